/** Two at once, where everybody has a link: questions, Stop, the trigger and set-up; and each delivery doubled. */
import { ACTS, type Act, allPairs, interruptEverywhere, LINKS, testPairs } from './two-at-once';

testPairs(
  LINKS,
  allPairs().filter(({ first }) => !/ link$/.test(first) || /asks/.test(first)),
);

test.each(Object.keys(ACTS).filter((name) => !/runs$/.test(name)))(
  'delivered twice at once: %s',
  (name) => {
    interruptEverywhere(LINKS, ACTS[name] as Act, (shop) => void shop.post(shop.bodies[0] ?? ''));
  },
);
