/** What clients and staff may write. */
import type { SettingEntry } from '../setting-entry';

export const WORDS = [
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
    key: 'wordsTop',
    name: 'Words for Top',
    value: 'top list, leaderboard, best inviters',
    about:
      'What a client may write to see who brought the most friends this month, separated by commas. Used only where “Leaderboard for clients” is on. “Top” alone is left out: it is “Stop” without its first letter.',
  },
  {
    key: 'wordsInviter',
    name: 'Words for Who invited me',
    value: 'who invited me',
    about:
      'What a client may write to ask who invited them, separated by commas; any language, small typos are understood.',
  },
  {
    key: 'wordsRewards',
    name: 'Words for My rewards',
    value: 'my rewards, rewards, my bonus, bonus',
    about: 'What a client may write to see their rewards. Used only when there are rewards.',
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
    key: 'wordsData',
    name: 'Words for My data',
    value: 'my data, my details, what do you know about me',
    about:
      'What a client may write to read what you keep about them, separated by commas; any language, small typos are understood.',
  },
  {
    key: 'wordsDelete',
    name: 'Words for Delete me',
    value: 'delete me, delete my data, forget me',
    about:
      'What a client may write to be forgotten, separated by commas; any language. Nothing is deleted before they have confirmed it.',
  },
  {
    key: 'wordsBought',
    name: 'Words for Bought',
    value: 'bought, sale, purchase',
    about: 'How your staff begin a message that notes a purchase.',
  },
] as const satisfies readonly SettingEntry[];
