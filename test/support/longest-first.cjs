// Runs the test files that take longest first, so that no core waits for the last one. Jest itself knows how long they
// take only where it has run them before.
const { default: Sequencer } = require('@jest/test-sequencer');

const LONGEST = [
  'playground/page',
  'owner/connect.page',
  'owner/every-page.page',
  'owner/sidebar.page',
  'owner/rewards.page',
  'owner/make-link.page',
  'owner/first-minutes.page',
  'webhook/privacy',
  'reliability/pairs-waiting',
  'reliability/crowds',
  'playground/door',
  'owner/columns',
  'reliability/input-by-hand',
  'reliability/outside',
  'reliability/death',
  'providers/death',
  'rewards/budgets',
  'reliability/limits',
  'reliability/input',
  'reliability/pairs',
  'reliability/pairs-others',
  'reliability/disorder',
  'conformance/live',
  'owner/texts.page',
  'owner/sidebar.dom',
  'owner/rewards.dom',
  'owner/make-link.dom',
  'owner/check-set-up.dom',
  'bench/bench',
  'owner/import-people.page',
  'deploy/failures',
  'owner/mails',
  'playground/grid',
  'owner/pictures.page',
  'owner/languages-story',
  'deploy/story',
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
