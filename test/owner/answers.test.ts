/** How errors reach a page: those that it knows by a code are answered, all others are thrown and stand in Google's log. */
import { Business } from '../support/business';
import { openSidebar } from './owner';

const ANNA = '447700900001';

function answerTo(shop: Business, name: string, ...args: unknown[]): unknown {
  return shop.script.page('ownerCall', [name, args, openSidebar(shop.script)]);
}

test('what a function gives is the value of the answer', () => {
  expect(answerTo(new Business(), 'triggerSight')).toEqual({ value: null });
});

test('a lock that is not to be had: the code is busy, and nothing is written', () => {
  const shop = new Business();
  shop.script.faults = { lockRefused: true };
  expect(answerTo(shop, 'addClients', [{ key: ANNA, name: 'Anna' }])).toEqual({
    error: { code: 'busy', text: 'Other messages are being handled' },
  });
  expect(shop.rows('Clients')).toEqual([]);
});

test('a provider that says no: the code is refused, and its reason is told', () => {
  const shop = new Business();
  shop.script.properties.script.set('metaToken', 'a wrong one');
  expect(answerTo(shop, 'account')).toEqual({
    error: { code: 'refused', text: expect.stringContaining('refuses the access token') },
  });
});

test('a pass that is none: the code is noPass', () => {
  const { script } = new Business();
  expect(script.page('ownerCall', ['state', [], 'none'])).toEqual({
    error: { code: 'noPass', text: expect.stringContaining('close it and open it again') },
  });
});

test('an error without a code is thrown as it is', () => {
  const shop = new Business();
  expect(() => answerTo(shop, 'addClients', [{ key: 'nobody', name: '' }])).toThrow();
  expect(() => answerTo(shop, 'noSuchThing')).toThrow('not something that a page may call');
});
