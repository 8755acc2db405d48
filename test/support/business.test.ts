/** A business whose set-up was played before is like one that has just been set up, and shares nothing with it. */
import { BOTH } from '../rewards/shop';
import { Business, type BusinessOptions, invitationIn, MINUTE } from './business';
import { PROVIDERS } from './providers';

/** Everything that a business consists of, and what its tabs show. */
function allOf(shop: Business) {
  const { executions, usedToday, mails, quirks, limits, spreadsheet } = shop.script;
  const { answers: _, ...screen } = shop.script.ui;
  const tabs = spreadsheet.sheetNames().map((tab) => ({
    rows: spreadsheet.rows(tab),
    formulas: shop.formulas(tab),
    charts: spreadsheet.charts(tab),
  }));
  const world = { executions, usedToday, mails, quirks, limits, screen, bodies: shop.bodies };
  return structuredClone({ ...shop.save(), ...world, tabs });
}

const WAYS: BusinessOptions[] = [
  ...PROVIDERS.map((provider) => ({ provider }) as BusinessOptions),
  { settings: BOTH, formulas: true },
  { whatsapp: { reports: false } },
];

test.each(WAYS)('made again, it is the same, whatever became of the first: %j', (way) => {
  const first = new Business(way);
  const fresh = allOf(first);
  const anna = first.person('Anna', '447700900001');
  first.writes(anna, 'Link');
  first.writes(first.person('Ben', '447700900002'), invitationIn(first.link(anna)));
  first.script.spreadsheet.moveColumn('Clients', 1, 3);
  first.set({ 'Say who invited': 'yes' });
  first.wait(MINUTE);
  expect(allOf(first)).not.toEqual(fresh);
  expect(allOf(new Business(way))).toEqual(fresh);
});

test('made otherwise, it is another one', () => {
  const value = (shop: Business) =>
    shop.rows('Settings').find(({ Name }) => Name === 'Say who invited')?.Value;
  expect(value(new Business())).toBe('no');
  expect(value(new Business({ settings: { 'Say who invited': 'yes' } }))).toBe('yes');
  const offline = new Business({ whatsapp: { token: 'another' } });
  expect(offline.whatsapp.business.token).toBe('another');
  expect(new Business().whatsapp.business.token).not.toBe('another');
});
