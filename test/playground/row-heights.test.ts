/** Row heights: where rows begin and which one lies where, whatever their heights turn out to be. */
import fc from 'fast-check';
import { ROW_HEIGHT, RowHeights } from '../../local/playground/page/sheet/row-heights';

const someHeights = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 200 }),
    fc.oneof(fc.constant(0), fc.integer({ min: ROW_HEIGHT, max: 900 })),
  ),
);

test('a row begins where the one above it ends, and every pixel of it is its own', () => {
  fc.assert(
    fc.property(someHeights, fc.integer({ min: 1, max: 250 }), fc.nat(), (noted, row, within) => {
      const heights = new RowHeights();
      for (const [at, height] of noted) heights.set(at, height);
      expect(heights.top(row + 1)).toBe(heights.top(row) + heights.of(row));
      // A hidden row has none.
      fc.pre(heights.of(row) > 0);
      expect(heights.at(heights.top(row) + (within % heights.of(row)))).toBe(row);
    }),
  );
});

test('a height is news once, and can be taken back', () => {
  const heights = new RowHeights();
  expect([heights.set(3, 60), heights.set(3, 60), heights.top(5)]).toEqual([true, false, 135]);
  expect([heights.set(3, ROW_HEIGHT), heights.top(5)]).toEqual([true, 100]);
});
