/** Messages that come while the owner's pages have the lock. */
import { Business } from '../support/business';
import { ownerOf } from './owner';

function shopWithOwner() {
  const shop = new Business();
  return { shop, owner: ownerOf(shop), anna: shop.person('Anna', '447700900001') };
}

/** At which call of the execution the owner's page has the lock and writes the row. */
function callWithLock(): number {
  const { shop, owner } = shopWithOwner();
  owner.addClients([{ key: '447700900055', name: 'Zoe' }]);
  const { trace } = shop.last('ownerCall');
  const lock = trace.findIndex(({ kind }) => kind === 'lock');
  return trace.slice(lock).find(({ kind }) => kind === 'spreadsheet.write')?.n ?? 0;
}

test('whoever found the lock taken is answered as soon as the owner’s page has given it back', () => {
  const { shop, owner, anna } = shopWithOwner();
  const run = () => void shop.whatsapp.write(anna.key, { text: 'Link' });
  shop.script.faults.interruptAt = { call: callWithLock(), run };
  const [added] = owner.addClients([{ key: '447700900055', name: 'Zoe' }]);
  expect(added).toMatchObject({ added: true });
  expect(shop.heard(anna)).toHaveLength(2);
  expect(shop.pending()).toEqual([]);
});

test('the owner’s answer comes all the same where nothing can be sent', () => {
  const { shop, owner, anna } = shopWithOwner();
  const run = () => {
    shop.whatsapp.write(anna.key, { text: 'Link' });
    shop.whatsapp.weather = 'error500';
  };
  shop.script.faults.interruptAt = { call: callWithLock(), run };
  expect(owner.addClients([{ key: '447700900055', name: 'Zoe' }])).toHaveLength(1);
  shop.whatsapp.weather = 'fine';
  shop.wait(10 * 60_000);
  expect(shop.heard(anna)).toHaveLength(2);
});

test('a page that needs no lock looks for nothing', () => {
  const { shop, owner } = shopWithOwner();
  owner.tabs();
  const { trace } = shop.last('ownerCall');
  expect(trace.filter(({ what }) => what.startsWith('getProperties'))).toHaveLength(1);
});
