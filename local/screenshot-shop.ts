/** The shop that the pictures show: its clients, and the rewards that it owes. */
import type { Playground } from './playground/playground';

const DAY_MS = 24 * 60 * 60 * 1000;
const TEN_MINUTES_MS = 10 * 60 * 1000;

/** Numbers that Britain's telephone authority keeps for stories. */
const NAMES = [
  'Grace Achterberg',
  'Tomás Rivera',
  'Mei Lin',
  'Oluwaseun Ade',
  'Ingrid Falk',
  'Yara Haddad',
  'Piotr Zieliński',
  'Noor Rahman',
  'Lucía Ortega',
  'Henrik Dahl',
  'Aiko Mori',
  'Sam Whitlock',
  'Zeynep Kaya',
  'Mateus Prado',
  'Elif Demir',
  'Jonas Weber',
  'Chloé Martin',
  'Ravi Menon',
];

/** What the shop owes by now: whose reward, for which friend, its state, and why it is there. */
const OWED = [
  [0, 3, 'ready', 'bought for 48.00 on 2026-11-21, cut and colour'],
  [0, 5, 'ready', 'bought for 32.50 on 2026-11-23'],
  [1, 4, 'ready', 'bought for 27.00 on 2026-11-24, haircut'],
  [2, 6, 'flagged', 'bought for 20.00 on 2026-11-24; look: number differs in the last digits only'],
  [1, 8, 'given', 'bought for 61.00 on 2026-11-02'],
  [0, 7, 'given', 'bought for 25.00 on 2026-10-30'],
] as const;

/** A few weeks of a small shop. */
export function fillShop({ script }: Playground): void {
  const now = script.clock.now;
  const phone = (index: number) => `447700900${200 + index}`;
  const rows = NAMES.map((name, index) => {
    const inviter = index < 3 ? -1 : ([0, 1, 0, 2, 0, 1][index % 6] as number);
    const at = new Date(now - (NAMES.length - 1 - index) ** 1.45 * DAY_MS - TEN_MINUTES_MS);
    const waits = index % 7 === 4;
    const notice = waits
      ? `waits for ${phone(inviter)} to write`
      : 'sent 2026-01-02 10:00 #a1b2c3.n0';
    return {
      Phone: phone(index),
      Name: name,
      'Invited by': inviter < 0 ? '' : phone(inviter),
      "Inviter's name": inviter < 0 ? '' : (NAMES[inviter] as string),
      Joined: at,
      'Last message': at,
      Notice: inviter < 0 ? '' : notice,
      Code: `grace${String(index).padStart(3, '2').replace(/[01]/g, '7')}`,
      'Messenger id': phone(index),
    };
  });
  script.spreadsheet.fill('Clients', rows, 2);
}

/** The owner promises something, and this has come of it. */
export function promiseRewards({ script }: Playground): void {
  const { spreadsheet, clock } = script;
  const set = (name: string, value: string) => {
    const row = spreadsheet.rows('Settings').findIndex(([first]) => first === name) + 1;
    spreadsheet.type('Settings', row, 2, value);
  };
  set('A referral counts when', 'bought');
  set('Friend gets', '10 % off');
  set('Inviter gets', 'Free coffee');
  const rows = OWED.map(([who, friend, state, why], index) => {
    const at = new Date(clock.now - (OWED.length - index) * DAY_MS);
    const given = state === 'given' ? at : '';
    return {
      ...{ Key: `inviter:447700900${200 + friend}`, Who: `447700900${200 + who}` },
      ...{ Name: NAMES[who] ?? '', For: NAMES[friend] ?? '', Side: 'inviter' },
      ...{ Reward: 'Free coffee', State: state, Why: why, Known: state },
      ...{ Since: at, 'Ready on': at, 'Given on': given, Told: 'sent 2026-01-02 10:00 #a1b2c3.r0' },
    };
  });
  spreadsheet.fill('Rewards', rows, 2);
}
