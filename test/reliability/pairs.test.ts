/** Two at once, where everybody has a link: who comes by one, and whoever does something in the middle of it. */
import { allPairs, LINKS, testPairs } from './two-at-once';

testPairs(
  LINKS,
  allPairs().filter(({ first }) => / link$/.test(first) && !/asks/.test(first)),
);
