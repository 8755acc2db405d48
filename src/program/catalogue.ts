/**
 * Every word of the owner's Settings tab: names, defaults, explanations, and what is said of a value that cannot be
 * used.
 */

import { REWARD_SETTINGS } from './rewards/settings';
import type { Catalogue } from './setting-entry';

export const CATALOGUE = {
  settings: [
    {
      key: 'provider',
      name: 'Provider',
      value: 'meta',
      about: 'Who carries the messages: meta, 360dialog, twilio, green or telegram.',
      pattern: '^(meta|360dialog|twilio|green|telegram)$',
      problem: 'Use one of: meta, 360dialog, twilio, green, telegram.',
    },
    {
      key: 'businessNumber',
      name: 'WhatsApp number',
      value: '',
      about: 'Your WhatsApp number with its country code. Referral links lead to it.',
      check: 'phone',
      problem: 'This is not a phone number with its country code.',
    },
    {
      key: 'phoneNumberId',
      name: 'Phone number id',
      value: '',
      about:
        "Meta's id of that number (WhatsApp → API Setup). Messages to other numbers are left alone.",
      pattern: '^\\d*$',
      problem: 'An id is made of digits only.',
    },
    {
      key: 'graphVersion',
      name: 'Graph version',
      value: 'v26.0',
      about: "The version of Meta's Graph API to use.",
      pattern: '^v\\d+\\.\\d+$',
      problem: 'A version looks like v26.0.',
    },
    {
      key: 'twilioAccount',
      name: 'Twilio account SID',
      value: '',
      about: 'On the first page of Twilio’s console.',
      pattern: '^(AC[0-9a-f]{32})?$',
      problem: 'It is AC, followed by 32 digits and letters a–f.',
    },
    {
      key: 'twilioSender',
      name: 'Twilio sender',
      value: '',
      about: 'A Messaging Service (MG…), or a sender other than your WhatsApp number.',
      pattern: '^(MG[0-9a-f]{32}|\\+?[\\d ().-]{7,25})?$',
      problem: 'Write a phone number, or MG followed by 32 digits and letters a–f.',
    },
    {
      key: 'greenAddress',
      name: 'Green-API address',
      value: 'https://api.green-api.com',
      about: 'apiUrl in Green-API’s console.',
      pattern: '^https://([a-z0-9-]+\\.)*green-?api\\.com$',
      problem: 'It is one of Green-API’s own addresses, such as https://7103.api.greenapi.com.',
    },
    {
      key: 'greenInstance',
      name: 'Green-API instance',
      value: '',
      about: 'idInstance in Green-API’s console.',
      pattern: '^\\d*$',
      problem: 'It is made of digits only.',
    },
    {
      key: 'telegramBot',
      name: 'Telegram bot',
      value: '',
      about: 'Your bot’s username. Connecting finds it out; referral links lead to it.',
      pattern: '^(@?[a-z]\\w{3,31})?$',
      problem: 'It is the bot’s username, for example corner_bakery_bot.',
    },
    {
      key: 'invitation',
      name: 'Invitation',
      value: 'You were recommended by {phone} Hello',
      about:
        'The text that a referral link fills in. Any language; it needs {phone} (the inviter’s number) or {code} (a short code instead of the number) exactly once.',
      check: 'invitation',
    },
    {
      key: 'earlierInvitations',
      name: 'Earlier invitations',
      value: '',
      about: 'Wordings that you used before, one per line, so that links with them keep working.',
      check: 'invitations',
    },
    {
      key: 'onlyNewClients',
      name: 'Only new clients count',
      value: 'no',
      about: 'yes: somebody who is already in the base does not count as a referral.',
      pattern: '^(yes|no|true|false)$',
      problem: 'Write yes or no.',
    },
    {
      key: 'sayInviter',
      name: 'Say who invited',
      value: 'no',
      about:
        'yes: clients are told by name who recommended them. But anybody can claim to have been recommended by any number, and then learns whether it is a client’s. Invitations with {code} always name the inviter, since nobody can guess a code.',
      pattern: '^(yes|no|true|false)$',
      problem: 'Write yes or no.',
    },
    {
      key: 'templateName',
      name: 'Notice template',
      value: '',
      about:
        'The approved template for inviters who have not written for 24 hours. Empty: the notice waits until they write.',
    },
    {
      key: 'templateLanguage',
      name: 'Notice template language',
      value: 'en',
      about: 'The template’s language code, for example en, en_US, ru.',
      pattern: '^[a-z]{2,3}(_[A-Z]{2,3})?$',
      problem: 'A code looks like en or en_US.',
    },
    {
      key: 'templateValues',
      name: 'Notice template values',
      value: '{name}',
      about:
        'What fills the template’s variables, in order, separated by |. {name} is the new client’s name.',
      check: 'text',
      placeholders: ['name'],
      limit: 1000,
    },
    {
      key: 'typing',
      name: 'Show typing',
      value: 'no',
      about:
        'yes: clients see “typing…” until the answer arrives. Every answer becomes a little slower.',
      pattern: '^(yes|no|true|false)$',
      problem: 'Write yes or no.',
    },
    {
      key: 'blueTicks',
      name: 'Blue ticks',
      value: 'yes',
      about:
        'no: clients do not see that their messages were read. “Show typing” brings blue ticks along.',
      pattern: '^(yes|no|true|false)$',
      problem: 'Write yes or no.',
    },
    {
      key: 'linkAnswer',
      name: 'Link answers with',
      value: 'both',
      about:
        'What “Link” is answered with. both: the client’s link, and a second message that passes it on; own link: the first alone; share: the second alone. One message costs half as much as two.',
      pattern: '^(both|own link|share)$',
      problem: 'Use one of: both, own link, share.',
    },
    {
      key: 'helpFor',
      name: 'Help for',
      value: 'everybody',
      about:
        'Who gets the help when they write something that is no command. everybody; newcomers: only who is not in the base yet; nobody.',
      pattern: '^(everybody|newcomers|nobody)$',
      problem: 'Use one of: everybody, newcomers, nobody.',
    },
    {
      key: 'mailTo',
      name: 'E-mail to you',
      value: '',
      about:
        'Your e-mail address: you are written to when something keeps the program from working, at most once a day for one thing. Empty: no e-mails. It needs one more permission: Referrals → Check set-up says how to give it.',
      pattern: '^([^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+)?$',
      problem: 'Write one e-mail address, as in anna@example.com.',
    },
    {
      key: 'weeklySummary',
      name: 'Weekly summary',
      value: 'yes',
      about:
        'yes: on Monday mornings an e-mail says how many came, who brought most, and which rewards are for you to give. It goes to “E-mail to you”, and not at all while that is empty.',
      pattern: '^(yes|no|true|false)$',
      problem: 'Write yes or no.',
    },
    {
      key: 'dateFormat',
      name: 'Date format',
      value: 'yyyy-MM-dd',
      about: 'How dates look in messages, for example dd.MM.yyyy.',
      pattern: '^[yMdE.\\-/, ]{4,20}$',
      problem: 'Use y, M and d, as in dd.MM.yyyy.',
    },
    {
      key: 'wordsLink',
      name: 'Words for Link',
      value: 'link, my link, referral link, get link',
      about:
        'What a client may write to get the link, separated by commas; any language, small typos are understood.',
    },
    {
      key: 'wordsReferrals',
      name: 'Words for My referrals',
      value: 'my referrals, referrals, list of referrals',
      about:
        'What a client may write to see the list of referrals, separated by commas; any language, small typos are understood.',
    },
    {
      key: 'wordsInviter',
      name: 'Words for Who invited me',
      value: 'who invited me',
      about:
        'What a client may write to ask who invited them, separated by commas; any language, small typos are understood.',
    },
    {
      key: 'wordsStop',
      name: 'Words for Stop',
      value: 'stop, unsubscribe',
      about:
        'What a client may write to get no more notices, separated by commas; any language, small typos are understood.',
    },
    {
      key: 'wordsStart',
      name: 'Words for Start',
      value: 'start, subscribe',
      about:
        'What a client may write to get notices again, separated by commas; any language, small typos are understood.',
    },
    {
      key: 'text.welcome',
      name: 'Text: Welcome',
      value:
        'Welcome, {name}! {inviter} recommended you to us. Would you like a link of your own to share?',
      about:
        'To somebody new who came by a referral link. Where “Say who invited” is off, {inviter} is what “Text: Nameless” says. May hold {name}, {inviter}.',
      check: 'text',
      placeholders: ['name', 'inviter'],
      limit: 1024,
    },
    {
      key: 'text.welcomeSource',
      name: 'Text: Welcome by a poster',
      value:
        'Welcome, {name}! It is good that you found us. Would you like a link of your own to share?',
      about: 'To somebody new who came by a link of the tab Sources. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.notice',
      name: 'Text: Notice',
      value: 'Good news: {name} came to us on your recommendation. Thank you!',
      about: 'To the inviter, when somebody came by their link. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.notices',
      name: 'Text: Notice for several',
      value: '{count} friends have joined through your link: {names}. Thank you!',
      about:
        'To the inviter, when several came by their link within an hour. May hold {count}, {names}.',
      check: 'text',
      placeholders: ['count', 'names'],
      limit: 1024,
    },
    {
      key: 'text.malformed',
      name: 'Text: Invitation not understood',
      value:
        'It looks as if the invitation was changed on its way. It should read: “{example}”. Please tap the link once more, or just tell us what you need.',
      about: 'When the number in an invitation cannot be a phone number. May hold {example}.',
      check: 'text',
      placeholders: ['example'],
      limit: 1024,
    },
    {
      key: 'text.own',
      name: 'Text: Own invitation',
      value:
        'That is your own link, {name}, and you cannot invite yourself. Send it to a friend instead!',
      about: 'When somebody sends us their own invitation. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.welcomeBack',
      name: 'Text: Welcome back',
      value: 'Welcome back, {name}! How can we help?',
      about:
        'When somebody who already has an inviter comes by a link again: nothing changes. Where “Say who invited” is off, whenever somebody in the base comes by a link. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.unknownInviter',
      name: 'Text: Inviter not known',
      value:
        'Welcome, {name}! We do not know the number that the invitation names, so nobody was noted as your inviter. Would you like a link of your own to share?',
      about:
        'When the invitation names somebody who is not in the base; the number goes into the Note column. Where “Say who invited” is off, they get the same answer as all others. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.loop',
      name: 'Text: Invited each other',
      value:
        'Nice to see you, {name}! The person who recommends us to you came through you, so we cannot count you as their referral.',
      about:
        'When the inviter was, directly or through others, invited by the sender. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.onlyNew',
      name: 'Text: Already a client',
      value:
        'Welcome back, {name}! You were with us before, and recommendations count for new clients only.',
      about:
        'When “Only new clients count” is on and the sender is in the base already. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.link',
      name: 'Text: Link card',
      value:
        'Your referral link, {name}. A friend taps it and sends the message that is filled in: that is all.',
      about: 'The answer to “Link”; its button opens the link. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.linkButton',
      name: 'Text: Link button',
      value: 'Open my link',
      about: 'On the link card.',
      check: 'text',
      sameForAll: true,
      placeholders: [],
      limit: 20,
    },
    {
      key: 'text.share',
      name: 'Text: Share card',
      value: 'Or pass it on right away:',
      about: 'The second card; its button lets the client choose a chat.',
      check: 'text',
      placeholders: [],
      limit: 1024,
    },
    {
      key: 'text.shareButton',
      name: 'Text: Share button',
      value: 'Share with friends',
      about: 'On the second card.',
      check: 'text',
      sameForAll: true,
      placeholders: [],
      limit: 20,
    },
    {
      key: 'text.shareSentence',
      name: 'Text: Share sentence',
      value: 'I recommend them! Tap here to write to them: {link}',
      about: 'What is filled in when a client shares the link. May hold {link}.',
      check: 'text',
      sameForAll: true,
      placeholders: ['link'],
      limit: 300,
    },
    {
      key: 'text.referrals',
      name: 'Text: My referrals',
      value: 'Your referrals: {count}',
      about: 'Above the list that answers “My referrals”. May hold {count}.',
      check: 'text',
      placeholders: ['count'],
      limit: 1024,
    },
    {
      key: 'text.more',
      name: 'Text: And more',
      value: 'and {more} more',
      about: 'Below a list that is too long. May hold {more}.',
      check: 'text',
      sameForAll: true,
      placeholders: ['more'],
      limit: 100,
    },
    {
      key: 'text.noReferrals',
      name: 'Text: No referrals yet',
      value: 'Nobody has come by your link yet. Send it to a friend!',
      about: 'The answer to “My referrals” when there are none.',
      check: 'text',
      placeholders: [],
      limit: 1024,
    },
    {
      key: 'text.inviter',
      name: 'Text: Who invited me',
      value: '{inviter} recommended you to us.',
      about:
        'The answer to “Who invited me”, where “Say who invited” is on or invitations hold a {code}. May hold {inviter}.',
      check: 'text',
      placeholders: ['inviter'],
      limit: 1024,
    },
    {
      key: 'text.inviterKept',
      name: 'Text: Who invited me, not told',
      value:
        'We keep to ourselves who recommended whom. If you are not sure, ask the friend who sent you the link.',
      about: 'The answer to “Who invited me” where “Say who invited” is off.',
      check: 'text',
      placeholders: [],
      limit: 1024,
    },
    {
      key: 'text.noInviter',
      name: 'Text: Nobody invited me',
      value: 'Nobody is noted as having recommended us to you.',
      about: 'The answer to “Who invited me” when there is nobody.',
      check: 'text',
      placeholders: [],
      limit: 1024,
    },
    {
      key: 'text.stopped',
      name: 'Text: Stopped',
      value:
        'You will not hear from us about referrals any more. Write “Start” if you change your mind.',
      about: 'The answer to “Stop”.',
      check: 'text',
      placeholders: [],
      limit: 1024,
    },
    {
      key: 'text.started',
      name: 'Text: Started',
      value: 'Welcome back: we will tell you again when a friend comes by your link.',
      about: 'The answer to “Start”.',
      check: 'text',
      placeholders: [],
      limit: 1024,
    },
    {
      key: 'text.help',
      name: 'Text: Help',
      value:
        'Hello, {name}! I look after the recommendations here; somebody will answer you soon. Meanwhile I can do this:',
      about: 'The answer to anything else, at most once an hour per client. May hold {name}.',
      check: 'text',
      placeholders: ['name'],
      limit: 1024,
    },
    {
      key: 'text.buttonLink',
      name: 'Text: Button: link',
      value: 'My link',
      about: 'Reply button.',
      check: 'text',
      sameForAll: true,
      placeholders: [],
      limit: 20,
    },
    {
      key: 'text.buttonReferrals',
      name: 'Text: Button: referrals',
      value: 'My referrals',
      about: 'Reply button.',
      check: 'text',
      sameForAll: true,
      placeholders: [],
      limit: 20,
    },
    {
      key: 'text.buttonInviter',
      name: 'Text: Button: inviter',
      value: 'Who invited me',
      about: 'Reply button.',
      check: 'text',
      sameForAll: true,
      placeholders: [],
      limit: 20,
    },
    {
      key: 'text.nameless',
      name: 'Text: Nameless',
      value: 'a friend',
      about: 'What somebody is called whose name and number are not known, or not told.',
      check: 'text',
      sameForAll: true,
      placeholders: [],
      limit: 60,
    },
    ...REWARD_SETTINGS,
  ],
  problems: {
    sameButton:
      '“{other}” says the same, and WhatsApp refuses two buttons with the same words. Until you reword one of them, they are sent as text.',
    empty: 'A text cannot be empty.',
    long: 'At most {limit} characters; this has {length}.',
    placeholder: '{given} means nothing here. What can be used: {could}.',
    placeholderOrHeading:
      '{given} means nothing here. What can be used: {could}; and a heading of the tab Clients that clients may see, written exactly so.',
    unknown: '{given} is not known here. Use {phone} or {code}, written exactly so.',
    nobody:
      'The invitation does not say who invites. Put {phone} or {code} where the inviter belongs.',
    twice: 'The invitation names the inviter more than once. Keep one {phone} or one {code}.',
    wordless:
      'The invitation could not be told apart from any other message. Add a word or an emoji beside {given}.',
    touchesPhone:
      '{phone} touches a digit or a plus sign and would run together with it. Put a space between them.',
    touchesCode:
      '{code} touches a digit, a plus sign or a letter and would run together with it. Put a space between them.',
    longLink:
      'The invitation is too long for a link ({length} characters; it must stay below {limit}). Shorten it; letters other than Latin ones count as six to nine characters each.',
  },
} as const satisfies Catalogue;
