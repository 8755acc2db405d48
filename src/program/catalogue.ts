/**
 * Every word of the owner's Settings tab: groups, names, defaults, explanations, and what is said of a value that cannot
 * be used.
 */
import { CONNECTION } from './catalogue/connection';
import { PROBLEMS } from './catalogue/problems';
import { PROGRAM } from './catalogue/program';
import { REWARD_TEXTS } from './catalogue/reward-texts';
import { REWARDS } from './catalogue/rewards';
import { TEXTS } from './catalogue/texts';
import { WORDS } from './catalogue/words';
import type { Catalogue } from './setting-entry';

export const CATALOGUE = {
  groups: [
    {
      name: 'Texts',
      about: 'What clients read. Referrals → Texts… shows it as it looks on their phones.',
      settings: [...TEXTS, ...REWARD_TEXTS],
    },
    { name: 'Words', about: 'What clients and your staff may write.', settings: WORDS },
    { name: 'Rewards', about: 'What is promised, and when a referral counts.', settings: REWARDS },
    {
      name: 'Program',
      about: 'How the program behaves, and what you are told.',
      settings: PROGRAM,
    },
    {
      name: 'Connection',
      about:
        'Who carries the messages. Referrals → Connect… fills this in. What belongs to other providers is hidden.',
      settings: CONNECTION,
    },
  ],
  settings: [...TEXTS, ...REWARD_TEXTS, ...WORDS, ...REWARDS, ...PROGRAM, ...CONNECTION],
  problems: PROBLEMS,
} as const satisfies Catalogue;
