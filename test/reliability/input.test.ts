/**
 * Input: whatever arrives in the webhook, nothing escapes, nobody is registered who was not invited, and nothing that
 * came from outside becomes a formula, a number or a date in the sheet.
 *
 * Other bodies: `SEED=<number> RUNS=<number> npx jest test/reliability/input`.
 */
import fc from 'fast-check';
import { type Business, NOON } from '../support/business';
import { tellCases } from '../support/part';
import { PROVIDERS, type ProviderName } from '../support/providers';
import { bodyOf } from './bodies';
import { byChance } from './by-chance';
import { ANNA, expectCells, expectNothingKept, post, shopOf } from './hostile-shop';
import { invitationOf } from './shapes';

/** Bodies of one run: they meet what the earlier ones of the run have left. */
const TOGETHER = 25;

let bodies = 0;
afterAll(() => tellCases(`input: ${bodies} bodies`));

const inviters = (shop: Business<ProviderName>) => [
  ...new Set(shop.rows('Clients').map((row) => row['Invited by'])),
];

describe.each(PROVIDERS)('%s', (provider) => {
  const { account } = shopOf(provider);

  test.each([
    ['nothing that invites', undefined, ['']],
    ['invitations of Anna’s', fc.constant(invitationOf(ANNA)), ['', ANNA]],
  ])('mutated bodies with %s', (_, text, allowed) => {
    byChance({
      cases: fc.array(fc.noShrink(bodyOf(provider, account, NOON, text)), {
        minLength: 1,
        size: 'max',
        maxLength: TOGETHER,
      }),
      runs: text ? 40 : 150,
      check(all) {
        const { shop } = shopOf(provider);
        for (const one of all) post(shop, one);
        bodies += all.length;
        expect(allowed).toEqual(expect.arrayContaining(inviters(shop)));
        expectCells(shop);
        expectNothingKept(shop);
      },
      tell: (all) => all.map(({ body, contentType }) => `${contentType}: ${body}`).join('\n'),
      file: 'test/reliability/input',
    });
  });
});
