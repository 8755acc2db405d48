/** Two at once, where a notice waits and another event is due: only what is about waiting, the rest is as without. */
import { allPairs, testPairs, WAITING } from './two-at-once';

const ABOUT_WAITING = /^Anna (says|asks|stops)|^the trigger/;

testPairs(
  WAITING,
  allPairs().filter(({ first, second }) => ABOUT_WAITING.test(first) || ABOUT_WAITING.test(second)),
);
