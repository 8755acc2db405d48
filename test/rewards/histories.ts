/** Random histories of a shop that rewards: what may happen, in any order, and how it is told in words. */
import fc from 'fast-check';
import { FRIENDS, INVITERS, type Promised } from './till-model';

type Friend = (typeof FRIENDS)[number];
type Person = Friend | (typeof INVITERS)[number];

/** Where an execution is cut off, before or after one of its calls took effect. */
export interface Death {
  call: number;
  when: 'before' | 'after';
}

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

const friend = fc.constantFrom(...FRIENDS);
const person = fc.constantFrom<Person[]>(...FRIENDS, ...FRIENDS, ...INVITERS);
const column = fc.integer({ min: 1, max: 4 });
const amount = fc.constantFrom('', '5', '12', '12', '30', '-12', '-5', 'a lot');
const sold = fc.record({
  who: fc.oneof({ weight: 9, arbitrary: person }, fc.constant('a stranger' as const)),
  amount,
});

const kinds: [weight: number, what: Record<string, fc.Arbitrary<unknown>>][] = [
  [6, { do: fc.constant('join'), who: friend, by: fc.constantFrom(...INVITERS, INVITERS[0]) }],
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
  [3, { do: fc.constant('wait'), minutes: fc.constantFrom(1, 12, 90, 25 * 60, 3 * 24 * 60) }],
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

const dies = fc.option(
  fc.record({ call: fc.integer({ min: 1, max: 30 }), when: fc.constantFrom('before', 'after') }),
  { freq: 3 },
);

const step = fc.oneof(
  ...kinds.map(([weight, what]) => ({ weight, arbitrary: fc.record({ ...what, dies }) })),
) as fc.Arbitrary<Step>;

/** A history of up to thirty steps. */
export const history: fc.Arbitrary<Step[]> = fc.array(step, {
  minLength: 1,
  maxLength: 30,
  size: 'max',
});

/** A step as a sentence. */
export function inWords(one: Step): string {
  const death = one.dies && ` What runs next dies ${one.dies.when} call ${one.dies.call}.`;
  return [sentence(one), death].filter(Boolean).join('');
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
      return `The owner writes “${one.state}” beside reward ${one.nth}.`;
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
