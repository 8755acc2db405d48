// Runs the test files that take longest first, so that no core waits for the last one. Jest itself knows how long they
// take only where it has run them before.
const { default: Sequencer } = require('@jest/test-sequencer');

const LONGEST = [
  'owner/first-minutes.page',
  'webhook/privacy',
  'owner/connect.page',
  'owner/check-set-up.page',
  'owner/make-link.page',
  'owner/sidebar.page',
  'playground/page',
  'reliability/crowds',
  'reliability/input-by-hand',
  'reliability/outside',
  'reliability/death',
  'providers/death',
  'reliability/limits',
  'reliability/input',
  'reliability/pairs-waiting',
  'reliability/pairs',
  'reliability/pairs-others',
  'reliability/disorder',
  'bench/bench',
  'deploy/story',
  'deploy/failures',
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
