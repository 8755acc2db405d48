/** What the owner sets about rewards. */
import type { SettingEntry } from '../setting-entry';

const WHOLE = '^\\d{0,6}$';
const WHOLE_PROBLEM = 'Write a whole number, or leave it empty for no limit.';
const COUNT = '^\\d{0,4}$';
const COUNT_PROBLEM = 'Write a whole number; 0 for never.';
const YES_OR_NO = '^(yes|no|true|false|)$';
const DAY = '^(\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))?$';
const DAY_PROBLEM = 'Write a day such as 2026-12-31, or leave it empty.';

export const REWARDS = [
  {
    key: 'countsWhen',
    name: 'A referral counts when',
    value: 'joined',
    about:
      'joined: as soon as the friend has written. bought: with the friend’s first purchase (tab Purchases). I say so: when you write “yes” into the friend’s column Counts.',
    pattern: '^(joined|bought|I say so)$',
    problem: 'Write joined, bought, or I say so.',
  },
  {
    key: 'friendGets',
    name: 'Friend gets',
    value: '',
    about:
      'What the friend gets, such as 10 % off; or a coupon, for a code from the tab Coupons. Empty: nothing.',
    check: 'text',
    placeholders: [],
    mayBeEmpty: true,
    limit: 60,
  },
  {
    key: 'inviterGets',
    name: 'Inviter gets',
    value: '',
    about:
      'What the inviter gets for each friend that counts; or a coupon, for a code from the tab Coupons. Empty: nothing.',
    check: 'text',
    placeholders: [],
    mayBeEmpty: true,
    limit: 60,
  },
  {
    key: 'milestones',
    name: 'Milestones',
    value: '',
    about:
      'What an inviter gets for several friends, one per line: 3 = Free coffee. Only friends they invited themselves, and who count, are counted.',
    pattern: '^(\\s*[1-9]\\d{0,3}\\s*=[^\\n=]{1,60}(\\n|$))*$',
    problem: 'One milestone per line: a number, an equals sign, what they get. 3 = Free coffee',
  },
  {
    key: 'waitDays',
    name: 'Wait, days',
    value: '0',
    about: 'Days from counting until a reward is ready, 0 to 90: time for a purchase to come back.',
    pattern: '^([0-8]?\\d|90)$',
    problem: 'Write a whole number from 0 to 90.',
  },
  {
    key: 'smallestPurchase',
    name: 'Smallest purchase',
    value: '',
    about:
      'A purchase below this amount does not count. Empty: any does, also one without an amount.',
    pattern: '^(\\d{1,9}([.,]\\d{1,2})?)?$',
    problem: 'Write an amount such as 20 or 19.90.',
  },
  {
    key: 'atMostAMonth',
    name: 'At most a month',
    value: '',
    about: 'How many friends of one inviter can be rewarded in a calendar month. Empty: no limit.',
    pattern: WHOLE,
    problem: WHOLE_PROBLEM,
  },
  {
    key: 'atMostInAll',
    name: 'At most in all',
    value: '',
    about: 'How many friends of one inviter can be rewarded in all. Empty: no limit.',
    pattern: WHOLE,
    problem: WHOLE_PROBLEM,
  },
  {
    key: 'runsFrom',
    name: 'Runs from',
    value: '',
    about:
      'Friends who join before this day bring no rewards. A day such as 2026-12-01; empty: always.',
    pattern: DAY,
    problem: DAY_PROBLEM,
  },
  {
    key: 'runsUntil',
    name: 'Runs until',
    value: '',
    about:
      'Friends who join after this day bring no rewards. What was promised before stays. Empty: no end.',
    pattern: DAY,
    problem: DAY_PROBLEM,
  },
  {
    key: 'paused',
    name: 'Paused',
    value: 'no',
    about:
      'yes: friends who join now bring no rewards and read “Text: Welcome while paused”. What was promised before stays.',
    pattern: '^(yes|no|true|false)$',
    problem: 'Write yes or no.',
  },
  {
    key: 'staff',
    name: 'Staff',
    value: '',
    about:
      'WhatsApp numbers, or Telegram ids as in “Messenger id”, one per line, which may send purchases to the bot: bought +44 7700 900142 12.50',
    check: 'phones',
    problem:
      'Write one phone number with its country code, or one id such as tg:5000000001, per line.',
  },
  {
    key: 'flagsPerHour',
    name: 'Look at more than, an hour',
    value: '5',
    about:
      'When one inviter brings more friends than this within an hour, their rewards are flagged until you clear them. 0: never.',
    pattern: COUNT,
    problem: COUNT_PROBLEM,
  },
  {
    key: 'flagsPerDay',
    name: 'Look at more than, a day',
    value: '20',
    about: 'The same within a day.',
    pattern: COUNT,
    problem: COUNT_PROBLEM,
  },
  {
    key: 'flagsDigits',
    name: 'Look at neighbouring numbers',
    value: '2',
    about:
      'A friend’s rewards are flagged when their number differs from the inviter’s, or another friend’s, only in the last few digits: at most this many. 0: never.',
    pattern: '^[0-4]?$',
    problem: 'Write a whole number from 0 to 4; 0 for never.',
  },
  {
    key: 'flagsName',
    name: 'Look at the same name',
    value: 'yes',
    about:
      'yes: a friend’s rewards are flagged when they have the same name as the inviter, or another friend.',
    pattern: YES_OR_NO,
    problem: 'Write yes or no.',
  },
  {
    key: 'flagsHidden',
    name: 'Look at hidden numbers',
    value: 'yes',
    about: 'yes: a friend’s rewards are flagged when WhatsApp does not show their number.',
    pattern: YES_OR_NO,
    problem: 'Write yes or no.',
  },
  {
    key: 'flagsSeconds',
    name: 'Look at joining within, seconds',
    value: '60',
    about:
      'A friend’s rewards are flagged when they join within this many seconds of a message from the inviter. 0: never.',
    pattern: COUNT,
    problem: COUNT_PROBLEM,
  },
  {
    key: 'flagsSilentDays',
    name: 'Look at silence, days',
    value: '7',
    about:
      'Where joining is all that counts: when the days of “Wait, days” are over, a reward is flagged if the friend has not written again for this many days. 0: never.',
    pattern: '^\\d{0,2}$',
    problem: COUNT_PROBLEM,
  },
] as const satisfies readonly SettingEntry[];
