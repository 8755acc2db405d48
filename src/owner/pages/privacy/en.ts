/** The privacy page in English. */
export const EN = `Privacy: our referral program on WhatsApp

Responsible: {business}, {contact}

When you write to us on WhatsApp, we keep your number, your name as WhatsApp shows it, the dates of your first and last message, who recommended us to you, and whom you recommended us to. If we promise something for a recommendation, we also note your purchases and what you get for them.

What you write is not kept in our list. Our program reads it to answer you; if something fails, it waits there for three days at most. The chat itself is in WhatsApp, as every chat is.

We need this to answer you, to tell whoever recommended us that you came, and to keep what we have promised. Whoever recommended us to you sees your name, or your number with its middle hidden.

Our list is a Google spreadsheet, and the program runs at Google. WhatsApp (Meta) carries the messages. Nobody else gets any of it, and we sell nothing.

We keep it until you want it deleted, or until we no longer need it.

Write to us on WhatsApp: “{stop}”, and you get no more messages about recommendations; “{data}”, and you read what we keep about you; “{delete}”, and we delete it, once you have confirmed it. What was bought and given stays in our books without your name, and a mark from which nobody can read your number keeps anything from counting twice. To have something corrected, or to ask anything else: {contact}.
`;
