/** The cell *Notice*: a sentence for the owner, and behind it the mark by which it is found again. */
import {
  isSent,
  named,
  noticeSent,
  refInNotice,
  sentenceIn,
  whenSent,
} from '../../src/program/notice';

const REF = '3x9k2m1.n0';

test('the sentence comes first, and the mark stands far behind it', () => {
  const cell = named(noticeSent('2026-06-01 12:00'), REF);
  expect(cell).toMatch(/^told 2026-06-01 12:00\u2003{12} #3x9k2m1\.n0$/);
  expect(sentenceIn(cell)).toBe('told 2026-06-01 12:00');
});

test.each([
  ['today', named(noticeSent('2026-06-01 12:00'), REF)],
  ['version 0.1.0', `sent 2026-06-01 12:00 #${REF}`],
])('a cell as %s writes it is read', (_, cell) => {
  expect([isSent(cell), whenSent(cell), refInNotice(cell)]).toEqual([
    true,
    '2026-06-01 12:00',
    REF,
  ]);
});

test.each(['told 2026-06-01 12:00', 'I told her #1', 'not sent: they asked for no messages'])(
  '“%s” names no sending',
  (cell) => {
    expect([whenSent(cell), refInNotice(cell), sentenceIn(cell)]).toEqual(['', '', cell]);
  },
);
