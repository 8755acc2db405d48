/**
 * Disorder: random histories of people, redeliveries, held and doubled deliveries, a forgetting cache, bad weather and
 * an owner who sorts, deletes, moves and takes notes, compared with a small model after every step.
 */
import { tellCases } from '../support/part';
import { byChance } from './by-chance';
import { history, inWords, PEOPLE, type Step } from './histories';
import { expectWhole, settle } from './invariants';
import { Town } from './town';
import { expectAnswers, expectBase, expectNotes, expectNotices } from './town-checks';

let histories = 0;
let steps = 0;
afterAll(() => tellCases(`disorder: ${histories} histories, ${steps} steps`));

function play(story: Step[]): void {
  histories++;
  const town = new Town();
  for (const step of story) {
    steps++;
    town.takes(step);
    expectBase(town);
  }
  town.clearsUp();
  settle(town.shop);
  // Whatever waits for somebody to write has no reason to wait any more.
  for (const who of PEOPLE) {
    town.takes({ do: 'write', who, text: { says: 'Hello' }, delivery: 'once' });
  }
  settle(town.shop);
  expectBase(town);
  // Without its properties the trigger can do nothing: Google tells the owner.
  expectWhole(town.shop, /^Service invoked too many times for one day: properties/);
  expectNotices(town);
  expectAnswers(town);
  expectNotes(town);
}

test('whatever happens in whatever order, the base is as the rules say', () => {
  byChance({
    cases: history,
    runs: 100,
    check: play,
    tell: (story) => story.map((step, n) => `${n + 1}. ${inWords(step)}`).join('\n'),
    file: 'test/reliability/disorder',
  });
});
