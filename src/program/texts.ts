/** Every text that a client can see, with its placeholders: the default wording of the Settings tab. */

export interface TextDefinition {
  /** What it is called in the Settings tab. */
  name: string;
  value: string;
  about: string;
  placeholders: readonly string[];
  /** The longest it may be, in characters, for the strictest provider. */
  limit: number;
}

const CARD = 1024;
const BUTTON = 20;

function text(
  name: string,
  value: string,
  about: string,
  placeholders: readonly string[] = [],
  limit = CARD,
): TextDefinition {
  return { name, value, about, placeholders, limit };
}

/** By the key under which the rules ask for them. */
export const TEXTS = {
  welcome: text(
    'Welcome',
    'Welcome, {name}! {inviter} recommended you to us. Would you like a link of your own to share?',
    'To somebody who came by a referral link.',
    ['name', 'inviter'],
  ),
  notice: text(
    'Notice',
    'Good news: {name} came to us on your recommendation. Thank you!',
    'To the inviter, when somebody came by their link.',
    ['name'],
  ),
  malformed: text(
    'Invitation not understood',
    'It looks as if the invitation was changed on its way. It should read: “{example}”. Please tap the link once more, or write to us what you need.',
    'When the number in an invitation is no possible number.',
    ['example'],
  ),
  own: text(
    'Own invitation',
    'That is your own link, {name}: it cannot invite you. Send it to a friend instead!',
    'When somebody sends us their own invitation.',
    ['name'],
  ),
  welcomeBack: text(
    'Welcome back',
    'Welcome back, {name}! How can we help?',
    'When somebody who already has an inviter comes by a link again. Nothing changes.',
    ['name'],
  ),
  unknownInviter: text(
    'Inviter not known',
    'Welcome, {name}! We do not know the number that the invitation names, so nobody was noted as your inviter. Would you like a link of your own to share?',
    'When the invitation names somebody who is not in the base. The number is put into the Note column.',
    ['name'],
  ),
  loop: text(
    'Invited each other',
    'Nice to see you, {name}! The person who recommends us to you came through you, so we cannot count you as their referral.',
    'When the inviter was, directly or through others, invited by the sender.',
    ['name'],
  ),
  onlyNew: text(
    'Already a client',
    'Welcome back, {name}! You were with us before, and recommendations count for new clients only.',
    'When “Only new clients count” is on and the sender is in the base already.',
    ['name'],
  ),
  link: text(
    'Link card',
    'Your referral link, {name}. A friend taps it and sends the message that is filled in: that is all.',
    'The answer to “Link”; its button opens the link.',
    ['name'],
  ),
  linkButton: text('Link button', 'Open my link', 'On the link card.', [], BUTTON),
  share: text(
    'Share card',
    'Or pass it on right away:',
    'The second card; its button lets the client choose a chat.',
  ),
  shareButton: text('Share button', 'Share with friends', 'On the second card.', [], BUTTON),
  shareSentence: text(
    'Share sentence',
    'I recommend them! Tap here to write to them: {link}',
    'What is filled in when a client shares the link.',
    ['link'],
    300,
  ),
  referrals: text(
    'My referrals',
    'Your referrals: {count}',
    'Above the list that answers “My referrals”.',
    ['count'],
  ),
  more: text('And more', 'and {more} more', 'Below a list that is too long.', ['more'], 100),
  noReferrals: text(
    'No referrals yet',
    'Nobody has come by your link yet. Send it to a friend!',
    'The answer to “My referrals” when there are none.',
  ),
  inviter: text(
    'Who invited me',
    '{inviter} recommended you to us.',
    'The answer to “Who invited me”.',
    ['inviter'],
  ),
  noInviter: text(
    'Nobody invited me',
    'Nobody is noted as having recommended us to you.',
    'The answer to “Who invited me” when there is nobody.',
  ),
  stopped: text(
    'Stopped',
    'You will not hear from us about referrals any more. Write “Start” when you change your mind.',
    'The answer to “Stop”.',
  ),
  started: text(
    'Started',
    'Welcome back: we will tell you again when a friend comes by your link.',
    'The answer to “Start”.',
  ),
  help: text(
    'Help',
    'Hello, {name}! I look after the recommendations here; somebody will answer you soon. Meanwhile I can do this:',
    'To anything else, at most once an hour for one client.',
    ['name'],
  ),
  buttonLink: text('Button: link', 'My link', 'Reply button.', [], BUTTON),
  buttonReferrals: text('Button: referrals', 'My referrals', 'Reply button.', [], BUTTON),
  buttonInviter: text('Button: inviter', 'Who invited me', 'Reply button.', [], BUTTON),
  nameless: text(
    'Nameless',
    'a friend',
    'Stands in a text for somebody whose name and number we do not know.',
    [],
    60,
  ),
} as const satisfies Record<string, TextDefinition>;

export type TextKey = keyof typeof TEXTS;
