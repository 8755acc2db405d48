/** How the program behaves, and what the owner is told. */
import type { SettingEntry } from '../setting-entry';

export const PROGRAM = [
  {
    key: 'onlyNewClients',
    name: 'Only new clients count',
    value: 'no',
    about: 'yes: somebody who is already in the base does not count as a referral.',
    pattern: '^(yes|no|true|false)$',
    problem: 'Write yes or no.',
  },
  {
    key: 'askNewcomers',
    name: 'Ask newcomers who sent them',
    value: 'no',
    about:
      'yes: somebody new whose first message is no invitation and no command is asked once who sent them. What they answer, a number, a code or a contact card, counts like a link.',
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
      'Who gets the help when they write something that is no command. everybody; newcomers: only people who are not in the base yet; nobody.',
    pattern: '^(everybody|newcomers|nobody)$',
    problem: 'Use one of: everybody, newcomers, nobody.',
  },
  {
    key: 'leaderboard',
    name: 'Leaderboard for clients',
    value: 'no',
    about:
      'yes: clients who write “Top list” read who brought the most friends this month, by first names; whoever was there first comes first. It is brought up to date every half hour.',
    pattern: '^(yes|no|true|false)$',
    problem: 'Use one of: yes, no.',
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
      'yes: on Monday mornings an e-mail says how many came, who brought the most, and which rewards you have to give. It goes to “E-mail to you”; while that is empty, none is sent.',
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
] as const satisfies readonly SettingEntry[];
