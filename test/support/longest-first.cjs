// Runs the test files that take longest first, so that no core waits for the last one. Jest itself knows how long they
// take only where it has run them before.
const { default: Sequencer } = require('@jest/test-sequencer');

const LONGEST = [
  'playground/playground.page',
  'playground/rewards.page',
  'deploy/interruptions',
  'bench/bench',
  'owner/every-page.page',
  'playground/panels.page',
  'owner/texts.dom',
  'owner/connect.page',
  'owner/check-set-up.dom',
  'conformance/live',
  'owner/move-back-death',
  'owner/move-large',
  'deploy/story',
  'reliability/death',
  'playground/grid.page',
  'owner/sidebar.page',
  'deploy/failures',
  'playground/by-hand.page',
  'script/window-size',
  'owner/connect.dom',
  'providers/death',
  'providers/rewards-death',
  'reliability/pairs-others',
  'deploy/first-minutes',
  'owner/poster.page',
  'owner/first-minutes.dom',
  'owner/rewards.page',
  'providers/stories',
  'owner/pictures.page',
  'owner/rewards.dom',
  'owner/large-base.dom',
  'owner/make-link.page',
  'owner/make-link.dom',
  'rewards/two-at-once',
  'rewards/death',
  'playground/door',
  'reliability/forgetting',
  'reliability/input',
  'owner/move-over',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
  }
};
