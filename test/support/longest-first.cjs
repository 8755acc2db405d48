// Runs the test files that take longest first, so that no core waits for the last one. Jest itself knows how long they
// take only where it has run them before.
const { default: Sequencer } = require('@jest/test-sequencer');

const LONGEST = [
  'playground/playground.page',
  'owner/sidebar.page',
  'owner/connect.page',
  'playground/rewards.page',
  'owner/every-page.page',
  'bench/bench',
  'owner/make-link.page',
  'owner/rewards.page',
  'deploy/interruptions',
  'playground/panels.page',
  'owner/first-minutes.page',
  'conformance/live',
  'owner/texts.page',
  'owner/connect-database.page',
  'owner/move-back-death',
  'owner/move-large',
  'deploy/failures',
  'owner/large-base.page',
  'deploy/story',
  'playground/grid.page',
  'owner/check-set-up.dom',
  'playground/by-hand.page',
  'owner/move-over',
  'providers/death',
  'doors/update',
  'owner/move-back',
  'owner/check-set-up.page',
  'script/window-size',
  'sql/rewards-budgets',
  'owner/pictures.page',
  'owner/poster.page',
  'webhook/outage',
  'conformance/stand-in',
  'playground/door',
  'reliability/input-by-hand',
  'reliability/crowds',
  'providers/stories',
  'owner/note-purchase.page',
  'sql/crowd',
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
