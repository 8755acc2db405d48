/** What client code of a page meets at `google.script.run`; the same in a page of the web app and in a dialog. */
import { type Claim, Judgement, type PageCall } from '../case';

const PLACES = { visitor: 'a page of the web app', dialog: 'a dialog' } as const;

const failed = new Judgement('a failure', (answer) => 'failed' in Object(answer));

type Call = Pick<PageCall, 'call' | 'args' | 'sure' | 'means' | 'expected'> & { what: string };

const KINDS = { n: 1.5, s: 'é', b: true, z: null, a: [1, ['x']], o: { k: {} } };

const CALLS: Call[] = [
  {
    what: 'a call gives numbers, texts, truth values, null, arrays and plain objects',
    ...{ call: 'pageGivesKinds', args: [], expected: { gave: KINDS }, sure: 'documented' },
    means: 'The pages of the program get other values than the script gave.',
  },
  {
    what: 'arguments arrive as they were sent',
    call: 'pageSends',
    args: [1.5, 'é', true, null, [1, ['x']], { k: {} }],
    expected: { gave: JSON.stringify([1.5, 'é', true, null, [1, ['x']], { k: {} }]) },
    sure: 'documented',
    means: 'The script gets other values than a page sent.',
  },
  {
    what: 'a Date in a result makes the call fail, or comes to nothing',
    call: 'pageGivesDate',
    args: [],
    expected: new Judgement('a failure, null or silence', (answer) => {
      const { gave, ...rest } = Object(answer);
      return 'failed' in rest || 'silent' in rest || gave === null;
    }),
    sure: 'measured by others',
    means: 'Dates need not be sent as texts.',
  },
  {
    what: 'the words of an error arrive',
    call: 'pageThrows',
    args: ['some words'],
    expected: new Judgement('a failure with the words', (answer) =>
      String(Object(answer).failed).includes('some words'),
    ),
    sure: 'documented',
    means: 'A page cannot tell its reader what happened.',
  },
  {
    what: 'a function whose name ends in _ is not there',
    ...{ call: 'pageHidden_', args: [], expected: failed, sure: 'documented' },
    means: 'Every function of the script can be called by whoever holds one of its pages.',
  },
  {
    what: 'no result arrives as null',
    ...{ call: 'pageGivesNothing', args: [], expected: { gave: null }, sure: 'assumed' },
    means: 'A page waits for an answer that never comes.',
  },
];

export const PAGE_CALLS: PageCall[] = CALLS.flatMap(({ what, ...call }) =>
  (['visitor', 'dialog'] as const).map((place) => ({
    ...call,
    name: `google.script.run of ${PLACES[place]}: ${what}`,
    in: place,
  })),
);

/** The names that google.script.run has: everything at the top of the script but what ends in `_`. */
export const OPEN_NAMES = [
  ...['atTime', 'doGet', 'doPost', 'onEdit', 'onOpen', 'pageGivesDate', 'pageGivesKinds'],
  ...['pageGivesNothing', 'pageSays', 'pageSends', 'pageThrows', 'runFromMenu'],
];

/** The answers that the page tells of itself. */
export const PAGE_NAMES: (Claim & { in: 'visitor' | 'dialog' })[] = (
  ['visitor', 'dialog'] as const
).map((place) => ({
  name: `google.script.run of ${PLACES[place]} has the names`,
  in: place,
  expected: OPEN_NAMES,
  sure: 'measured by others',
  means: 'Other functions than those without _ can be called by whoever holds a page.',
}));
