/** Random histories: what people, the owner, WhatsApp and the weather may do, in any order, and how it is told in words. */
import fc from 'fast-check';

/** The people of the town; the last one hides her number behind a username. */
export const PEOPLE = ['Anna', 'Ben', 'Cleo', 'Emil', 'Dina'] as const;
export type Name = (typeof PEOPLE)[number];
export const HIDDEN: Name = 'Dina';

/** Invites too, but has never written. */
export const STRANGER = 'a stranger';

const WEATHER = ['down', 'refused', 'error500', 'rateLimited', 'answerLost', 'html'] as const;

const NOTES = ['regular', 'owes us a cake', '007', ''] as const;

export type Text =
  | { says: 'Link' | 'Hello' | 'Stop' | 'Start' | 'My referrals' }
  | { invitationOf: Name | typeof STRANGER; wording: 'as it is' | 'edited' | 'broken' };

export type Step =
  | { do: 'write'; who: Name; text: Text; delivery: 'once' | 'twice' | 'held' }
  /** What was held arrives, in this order. */
  | { do: 'deliver'; order: number; together: boolean }
  /** WhatsApp sends once more what it sent `back` deliveries ago. */
  | { do: 'repeat'; back: number }
  /** Several people write, and WhatsApp tells of all of it in one POST. */
  | { do: 'batch'; letters: { who: Name; text: Text }[] }
  /** In the middle of a service call of what runs next the cache forgets, or somebody's message arrives. */
  | { do: 'meanwhile'; call: number; comes: 'forget' | { who: Name; text: Text } }
  /** The day's reads and writes of properties end after so many more; null: there are enough again. */
  | { do: 'quota'; left: number | null }
  | { do: 'wait'; minutes: number }
  | { do: 'forget' }
  | { do: 'weather'; is: (typeof WEATHER)[number] | 'fine' }
  /** Messages to this person are accepted and fail on their way, or do so no more. */
  | { do: 'phone'; who: Name; failsWith: 131026 | 131047 | null }
  | { do: 'sort'; column: number; ascending: boolean }
  /** Never the hidden one's: a new row brings a new code, and her old links name nobody. */
  | { do: 'delete'; who: Name }
  | { do: 'move'; from: number; to: number }
  | { do: 'insert'; before: number }
  /** In the tab; over a database, that is the window. */
  | { do: 'note'; who: Name; says: (typeof NOTES)[number] };

const who = fc.constantFrom(...PEOPLE);
const column = fc.integer({ min: 1, max: 11 });

const text: fc.Arbitrary<Text> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      invitationOf: fc.constantFrom(...PEOPLE, STRANGER),
      wording: fc.constantFrom('as it is', 'edited', 'as it is', 'edited', 'broken'),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Text>({ says: 'Link' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      says: fc.constantFrom('Hello', 'Stop', 'Stop', 'Start', 'Start', 'My referrals'),
    }),
  },
);

const letter = fc.record({ who, text });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('write'),
      who,
      text,
      delivery: fc.constantFrom('once', 'once', 'twice', 'held'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('deliver'),
      order: fc.integer({ min: 0, max: 999 }),
      together: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('repeat'), back: fc.integer({ min: 0, max: 12 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('batch'),
      letters: fc.array(letter, { minLength: 2, maxLength: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('meanwhile'),
      call: fc.integer({ min: 1, max: 16 }),
      comes: fc.oneof(fc.constant('forget'), letter, letter),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('quota'),
      left: fc.constantFrom(0, 1, 2, 3, 4, 6, 9, null, null, null, null, null, null),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait'),
      minutes: fc.constantFrom(1, 3, 10, 90, 7 * 60, 25 * 60, 7 * 24 * 60),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('forget') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('weather'),
      is: fc.constantFrom(...WEATHER, 'fine', 'fine', 'fine', 'fine'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('phone'),
      who,
      failsWith: fc.constantFrom(131026, 131047, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('sort'), column, ascending: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('delete'), who: who.filter((one) => one !== HIDDEN) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move'), from: column, to: column }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('insert'), before: column }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('note'), who, says: fc.constantFrom(...NOTES) }),
  },
) as fc.Arbitrary<Step>;

/** A history of up to forty steps. */
export const history: fc.Arbitrary<Step[]> = fc.array(step, {
  minLength: 1,
  maxLength: 40,
  size: 'max',
});

/** A step as a sentence. */
export function inWords(one: Step): string {
  switch (one.do) {
    case 'write': {
      const how = { once: '', twice: ', delivered twice', held: ', held back' }[one.delivery];
      return `${one.who} writes ${wordsOf(one.text)}${how}.`;
    }
    case 'deliver':
      return `What was held back arrives${one.together ? ' in one POST' : ''}, in order ${one.order}.`;
    case 'repeat':
      return `WhatsApp repeats the delivery ${one.back} before the last.`;
    case 'batch': {
      const letters = one.letters.map(({ who, text }) => `${who} writes ${wordsOf(text)}`);
      return `${letters.join(', ')}: all in one POST.`;
    }
    case 'meanwhile': {
      const { call, comes } = one;
      const what =
        comes === 'forget' ? 'the cache forgets' : `${comes.who} writes ${wordsOf(comes.text)}`;
      return `In the middle of call ${call} of what runs next ${what}.`;
    }
    case 'quota':
      return one.left === null
        ? 'Properties may be read and written again.'
        : `The day’s property reads and writes end after ${one.left} more.`;
    case 'wait':
      return `${one.minutes} minutes pass.`;
    case 'forget':
      return 'The cache forgets everything.';
    case 'weather':
      return `The weather between script and WhatsApp: ${one.is}.`;
    case 'phone':
      return one.failsWith
        ? `Messages to ${one.who} fail on their way with ${one.failsWith}.`
        : `Messages to ${one.who} arrive again.`;
    case 'sort':
      return `The owner sorts by column ${one.column}, ${one.ascending ? 'up' : 'down'}.`;
    case 'delete':
      return `The owner deletes ${one.who}’s row.`;
    case 'move':
      return `The owner drags column ${one.from} to ${one.to}.`;
    case 'insert':
      return `The owner inserts a column before ${one.before}.`;
    case 'note':
      return `The owner types “${one.says}” as a note on ${one.who}.`;
  }
}

function wordsOf(given: Text): string {
  if ('says' in given) return `“${given.says}”`;
  return `the invitation of ${given.invitationOf}${given.wording === 'as it is' ? '' : `, ${given.wording}`}`;
}
