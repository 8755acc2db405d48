/** A window while others are at work: edits in the middle of a renewal, and a renewal that dies at any call. */
import type { Execution } from '../../local/apps-script';
import { MINUTE } from '../support/business';
import { inPart } from '../support/part';
import { changed, looks, people, rowOf, shown, stored, types, windowShop } from './window-shop';

/** A shop in which the same happens again and again: a world of its own for every call would take too long. */
const shop = windowShop();
people(shop, 3);
looks(shop);

/** What has happened so often; whoever comes has another number each time. */
let round = 0;

/** News of two in the database and a new row there, an edit of one of them, and somebody typed. */
function stage(): void {
  round++;
  shop.script.clock.now += MINUTE;
  changed(shop, 'Person 1', { note: `news ${round}` });
  changed(shop, 'Person 2', { note: `other news ${round}` });
  people(shop, 1, 100 + round);
  types(shop, rowOf(shop, 'Person 2'), "Inviter's name", `by the owner ${round}`);
  types(shop, shown(shop).length + 2, 'Phone', `+44 7700 900${100 + round}`);
}

/** What does not fit together when everything has settled; '' as it should be. */
function wrong(): string {
  looks(shop);
  looks(shop);
  const inTable = stored(shop).map((row) => [row.phone, row.note, row.inviter_name].join(' '));
  const inTab = shown(shop).map((row) => [row.Phone, row.Note, row["Inviter's name"]].join(' '));
  const wanted = [
    `4915${10_000_001} news ${round} `,
    `4915${10_000_002} other news ${round} by the owner ${round}`,
    ...Array.from({ length: round }, (_, n) => `4915${10_000_101 + n}  `),
    ...Array.from({ length: round }, (_, n) => `447700900${101 + n}  `),
  ];
  const texts = [
    ...wanted.filter((text) => !inTable.includes(text)).map((text) => `not stored: ${text}`),
    ...inTable.filter((text) => !inTab.includes(text)).map((text) => `not shown: ${text}`),
    ...inTab.filter((text) => !inTable.includes(text)).map((text) => `shown only: ${text}`),
  ];
  if (inTab.length !== inTable.length) texts.push(`${inTab.length} rows for ${inTable.length}`);
  return [...texts, ...shop.rows('Problems').map(({ Problem }) => Problem)].join('; ');
}

stage();
const { trace }: Execution = shop.triggerRuns();

test('undisturbed, everything is where it belongs', () => {
  expect(wrong()).toBe('');
  expect(trace.length).toBeGreaterThan(20);
});

test('a renewal that dies at any call loses no edit, and nothing that is new', () => {
  const deaths = trace.flatMap(({ n, what, kind }) =>
    (['before', 'after', 'flushed'] as const)
      .filter((when) => when !== 'flushed' || kind === 'spreadsheet.write')
      .map((when) => ({ n, what, when })),
  );
  for (const { n, what, when } of inPart(deaths)) {
    stage();
    shop.script.faults.dieAt = { call: n, when };
    shop.triggerRuns();
    expect(`${when} call ${n} (${what.slice(0, 60)}): ${wrong()}`).toMatch(/: $/);
  }
});

test('an edit in the middle of any call of a renewal is taken over', () => {
  for (const { n, what } of inPart(trace)) {
    stage();
    let note = stored(shop).find(({ name }) => name === 'Person 3')?.note;
    const run = () => {
      note = `in between ${n}`;
      types(shop, rowOf(shop, 'Person 3'), 'Note', note);
    };
    shop.script.faults.interruptAt = { call: n, run };
    shop.triggerRuns();
    // A call that comes only now and then may not have come.
    delete shop.script.faults.interruptAt;
    const told = wrong();
    const kept = stored(shop).find(({ name }) => name === 'Person 3')?.note;
    expect([n, what.slice(0, 60), told, kept]).toEqual([n, what.slice(0, 60), '', note]);
  }
});
