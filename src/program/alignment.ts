/** Finds an invitation's words in a text whose sender dropped, added or mistyped some of them. */
import { editDistance, type Word } from './text';

/** How much of one side of the wording stands at each boundary between the text's words. */
export type Fit = {
  /** Right at the boundary. */
  touching: number[];
  /** At it, or farther away with other words between: those count against it. */
  near: number[];
};

/** What it costs, of the whole wording, when other words stand between the wording and the number. */
const APART = 0.25;

/** How well the wording's words before and after its placeholder fit around each boundary of the text. */
export function alignAround(
  text: Word[],
  before: Word[],
  after: Word[],
  whole: number,
): { before: Fit; after: Fit } {
  const mirrored = align([...text].reverse(), [...after].reverse(), whole);
  return {
    before: align(text, before, whole),
    after: { touching: mirrored.touching.reverse(), near: mirrored.near.reverse() },
  };
}

/**
 * Finds, before each boundary of the text, the words of `side` in their order (a local alignment).
 * Each word found adds its weight, each foreign word in between takes half of its own. One of the
 * words next to the placeholder has to be among them: a greeting alone says nothing about the number.
 */
function align(text: Word[], side: Word[], whole: number): Fit {
  let first = side.length;
  for (let reach = 0; first > 0 && reach < 2; first--) reach += side[first - 1]!.single ? 0.5 : 1;
  const best = Array.from({ length: side.length + 1 }, () => 0);
  const touching = [0];
  const near = [0];
  let apart = 0;
  for (const word of text) {
    const foreign = word.weight / 2;
    apart = Math.max(apart, touching[touching.length - 1]! - APART * whole) - foreign;
    let match = 0;
    let diagonal = 0;
    // Compared by hand: this is the innermost loop, and looking up Math in a script's context is slow.
    for (let index = 0; index < side.length; index++) {
      const above = best[index + 1]!;
      let value = above > foreign ? above - foreign : 0;
      if (best[index]! > value) value = best[index]!;
      if (isSame(word, side[index]!)) {
        const matched = diagonal + side[index]!.weight;
        if (matched > value) value = matched;
        if (index >= first && matched > match) match = matched;
      }
      diagonal = above;
      best[index + 1] = value;
    }
    touching.push(match);
    near.push(Math.max(match, apart, 0));
  }
  return { touching, near };
}

/** The same word, one typo forgiven in longer ones; numbers have to be the same. */
function isSame(word: Word, expected: Word): boolean {
  if (word.text === expected.text) return true;
  if (expected.weight < 5 || Math.abs(word.text.length - expected.text.length) > 1) return false;
  return !/\d/.test(expected.text) && editDistance(word.text, expected.text, 1) === 1;
}
