/** Random histories of a shop that rewards: what may happen, in any order, and how it is told in words. */
import fc from 'fast-check';
import type { Faults } from '../../local/apps-script';
import { FRIENDS, INVITERS, JOINED, type Promised } from './till-model';

type Friend = (typeof FRIENDS)[number];
type Person = Friend | (typeof INVITERS)[number];

/** Where an execution is cut off. */
export type Death = NonNullable<Faults['dieAt']>;

export interface Sold {
  who: Person | 'a stranger';
  amount: string;
}

export type Step = { dies: Death | null } & (
  | { do: 'join'; who: Friend; by: (typeof INVITERS)[number] }
  | { do: 'sell'; way: 'typed' | 'pasted' | 'by an app'; sold: Sold[] }
  | { do: 'staff sell'; sold: Sold; twice: boolean }
  /** The owner corrects the amount of a purchase. */
  | { do: 'correct'; nth: number; amount: string }
  | { do: 'say yes'; who: Friend }
  /** The owner decides about a reward, counted from the newest one. */
  | { do: 'judge'; nth: number; state: string }
  | { do: 'promise'; set: Partial<Promised> }
  | { do: 'wait days for'; days: number }
  | { do: 'add codes'; codes: number; again: boolean }
  | { do: 'write'; who: Person; text: 'Hello' | 'Stop' | 'Start' }
  | { do: 'repeat'; back: number }
  | { do: 'forget' }
  | { do: 'wait'; minutes: number }
  | { do: 'sort'; tab: 'Clients' | 'Purchases' | 'Rewards' | 'Coupons'; column: number }
  | { do: 'move'; tab: 'Purchases' | 'Rewards' | 'Coupons'; from: number; to: number }
);

/** Longer than any month, in minutes. */
const MONTH = 32 * 24 * 60;

const friend = fc.constantFrom(...FRIENDS);
const person = fc.constantFrom<Person[]>(...FRIENDS, ...FRIENDS, ...INVITERS);
const column = fc.integer({ min: 1, max: 4 });
const amount = fc.constantFrom('', '5', '12', '12', '30', '-12', '-5', 'a lot');
const sold = fc.record({
  who: fc.oneof({ weight: 9, arbitrary: person }, fc.constant('a stranger' as const)),
  amount,
});

const kinds: [weight: number, what: Record<string, fc.Arbitrary<unknown>>][] = [
  [3, { do: fc.constant('join'), who: friend, by: fc.constantFrom(...INVITERS, INVITERS[0]) }],
  [
    5,
    {
      do: fc.constant('sell'),
      way: fc.constantFrom('typed', 'pasted', 'by an app'),
      sold: fc.array(sold, { minLength: 1, maxLength: 4 }),
    },
  ],
  [4, { do: fc.constant('staff sell'), sold, twice: fc.boolean() }],
  [1, { do: fc.constant('correct'), nth: fc.nat(20), amount }],
  [1, { do: fc.constant('say yes'), who: friend }],
  [
    4,
    {
      do: fc.constant('judge'),
      nth: fc.nat(12),
      state: fc.constantFrom('given', 'given', 'refused', 'ready', 'waiting', 'expired', 'gone'),
    },
  ],
  [
    2,
    {
      do: fc.constant('promise'),
      set: fc.oneof(
        fc.record({ countsWhen: fc.constantFrom('joined', 'bought', 'bought', 'I say so') }),
        fc.record({ aMonth: fc.constantFrom(null, 1, 2), inAll: fc.constantFrom(null, 1, 2, 3) }),
        fc.record({ aMonth: fc.constantFrom(null, 1, 2), inAll: fc.constantFrom(null, 1, 2, 3) }),
        fc.record({ friendGets: fc.boolean() }),
        fc.record({ inviterGets: fc.boolean() }),
        fc.record({ smallest: fc.constantFrom(0, 10) }),
        fc.record({ paused: fc.boolean() }),
      ),
    },
  ],
  [1, { do: fc.constant('wait days for'), days: fc.constantFrom(0, 2) }],
  [2, { do: fc.constant('add codes'), codes: fc.integer({ min: 1, max: 3 }), again: fc.boolean() }],
  [
    3,
    {
      do: fc.constant('write'),
      who: person,
      text: fc.constantFrom('Hello', 'Hello', 'Stop', 'Start'),
    },
  ],
  [2, { do: fc.constant('repeat'), back: fc.nat(12) }],
  [1, { do: fc.constant('forget') }],
  [
    3,
    { do: fc.constant('wait'), minutes: fc.constantFrom(1, 12, 90, 25 * 60, 3 * 24 * 60, MONTH) },
  ],
  [
    2,
    {
      do: fc.constant('sort'),
      tab: fc.constantFrom('Clients', 'Purchases', 'Rewards', 'Coupons'),
      column,
    },
  ],
  [
    1,
    {
      do: fc.constant('move'),
      tab: fc.constantFrom('Purchases', 'Rewards', 'Coupons'),
      from: column,
      to: column,
    },
  ],
];

/** Mostly while something is written: what was read only is read again. */
const death = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      call: fc.integer({ min: 1, max: 10 }),
      when: fc.constantFrom('before', 'after', 'flushed', 'flushed'),
      of: fc.constant('spreadsheet.write'),
    }),
  },
  fc.record({
    call: fc.integer({ min: 1, max: 45 }),
    when: fc.constantFrom('before', 'after', 'flushed'),
  }),
) as fc.Arbitrary<Death>;

const dies = fc.option(death, { freq: 3 });

const step = fc.oneof(
  ...kinds.map(([weight, what]) => ({ weight, arbitrary: fc.record({ ...what, dies }) })),
) as fc.Arbitrary<Step>;

/** One purchase of a friend, and maybe a death while it is counted. */
const sale = (who: Friend, amount: string, dies: Death | null): Step => ({
  do: 'sell',
  way: 'by an app',
  sold: [{ who, amount }],
  dies,
});

/** A friend buys, the owner decides about what came of it, it comes back, and they buy again. */
const thereAndBack = fc
  .record({
    who: friend,
    nth: fc.nat(2),
    state: fc.constantFrom('refused', 'refused', 'given', 'expired', 'waiting', null),
    deaths: fc.tuple(dies, dies, dies),
    last: fc.constantFrom('12', '-12'),
  })
  .map(({ who, nth, state, deaths, last }): Step[] => [
    sale(who, '12', deaths[0]),
    ...(state ? [{ do: 'judge' as const, nth, state, dies: null }] : []),
    sale(who, '-12', deaths[1]),
    sale(who, last, deaths[2]),
  ]);

/** Under a limit of one kind, friends of one inviter buy in one go. */
const rush = fc
  .record({
    dies,
    limits: fc.constantFrom(
      { aMonth: 2, inAll: null },
      { aMonth: null, inAll: 2 },
      { aMonth: null, inAll: 1 },
    ),
    way: fc.constantFrom('pasted' as const, 'by an app' as const),
  })
  .map(({ dies, limits, way }): Step[] => [
    { do: 'promise', set: limits, dies: null },
    { do: 'sell', way, sold: JOINED.map((who) => ({ who, amount: '12' })), dies },
  ]);

/** With everything in the sheet that was written until then: mostly just after a coupon, a reward or *Counts*. */
const halfWay: fc.Arbitrary<Death> = fc.record({
  call: fc.constantFrom(2, 2, 3, 3, 4, 5, 6, 6, 7, 8, 8, 9),
  when: fc.constant('flushed'),
  of: fc.constant('spreadsheet.write'),
});

/**
 * How a history may begin, while nobody has bought yet: the first purchase is cut off half way, or the one after it was
 * brought back; or a refusal stands in its way.
 */
const opening: fc.Arbitrary<Step[]> = fc
  .record({
    who: fc.constantFrom(...JOINED),
    codes: fc.boolean(),
    brings: fc.constantFrom('nothing', 'nothing', 'it back', 'it back', 'it back, and is refused'),
    death: halfWay,
  })
  .map(({ who, codes, brings, death }): Step[] => [
    ...(codes ? [{ do: 'add codes' as const, codes: 2, again: false, dies: null }] : []),
    ...(brings === 'nothing' ? [] : [sale(who, '12', null)]),
    ...(brings === 'it back, and is refused'
      ? [{ do: 'judge' as const, nth: 0, state: 'refused', dies: null }]
      : []),
    ...(brings === 'nothing' ? [] : [sale(who, '-12', null)]),
    sale(who, '12', death),
  ]);

/** A history of up to forty steps, some of which belong together. */
export const history: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: opening }, fc.constant<Step[]>([])),
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.tuple(step) },
        { weight: 2, arbitrary: thereAndBack },
        { weight: 1, arbitrary: rush },
      ),
      { minLength: 1, maxLength: 20, size: 'max' },
    ),
  )
  .map(([first, parts]) => [...first, ...parts.flat()]);

/** A step as a sentence. */
export function inWords(one: Step): string {
  return [sentence(one), one.dies && deathInWords(one.dies)].filter(Boolean).join(' ');
}

function deathInWords({ call, when, of }: Death): string {
  const written = when === 'flushed' && ', with all that it has written in the sheet';
  return `What runs next dies ${written ? 'after' : when} ${of ?? 'call'} ${call}${written || ''}.`;
}

function sentence(one: Step): string {
  switch (one.do) {
    case 'join':
      return `${one.who} comes by ${one.by}’s link.`;
    case 'sell':
      return `Purchases, ${one.way}: ${one.sold.map(saleInWords).join(', ')}.`;
    case 'staff sell':
      return `The staff write a purchase: ${saleInWords(one.sold)}${one.twice ? ', delivered twice' : ''}.`;
    case 'correct':
      return `The owner corrects the amount of purchase ${one.nth} to “${one.amount}”.`;
    case 'say yes':
      return `The owner writes “yes” into ${one.who}’s Counts.`;
    case 'judge':
      return `The owner writes “${one.state}” beside the reward ${one.nth} before the newest.`;
    case 'promise':
      return `The owner sets ${JSON.stringify(one.set)}.`;
    case 'wait days for':
      return `Rewards wait ${one.days} days from now on.`;
    case 'add codes':
      return `The owner adds ${one.codes} codes${one.again ? ', one of them twice' : ''}.`;
    case 'write':
      return `${one.who} writes “${one.text}”.`;
    case 'repeat':
      return `WhatsApp repeats the delivery ${one.back} before the last.`;
    case 'forget':
      return 'The cache forgets everything.';
    case 'wait':
      return `${one.minutes} minutes pass.`;
    case 'sort':
      return `The owner sorts ${one.tab} by column ${one.column}.`;
    case 'move':
      return `The owner drags column ${one.from} of ${one.tab} to ${one.to}.`;
  }
}

function saleInWords({ who, amount }: Sold): string {
  return `${who} for “${amount}”`;
}
