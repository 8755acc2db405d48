/** What the web app and the trigger tell the owner: whether they see the sheet, and that real messages come in. */
import { version } from '../../local/release/project-page';
import { ownerOf } from '../owner/owner';
import { Business, MINUTE } from '../support/business';

function probe(shop: Business, key = shop.key): string | undefined {
  const answer = shop.script.get(`key=${key}&probe=1`);
  expect(answer.status).toBe(302);
  return shop.script.echo(answer.headers.location ?? '');
}

const property = (shop: Business, name: string) =>
  JSON.parse(shop.script.properties.script.get(name) ?? 'null');

test('with the key the web app tells what it sees, for which script, and of which version', () => {
  expect(JSON.parse(probe(new Business()) ?? '')).toEqual({
    script: expect.stringMatching(/^local-script-/),
    version: version(),
    sheet: 'active',
    cell: true,
    why: '',
  });
});

test('with a wrong key it tells nothing', () => {
  expect(probe(new Business(), 'wrong')).toBe('');
});

test('the trigger looks when a page asks for it, once', () => {
  const shop = new Business();
  shop.script.properties.script.set('triggerLook', '1');
  shop.wait(MINUTE);
  expect(property(shop, 'triggerSees')).toMatchObject({ sheet: 'active', cell: true, why: '' });
  expect(shop.script.properties.script.has('triggerLook')).toBe(false);
});

test('the first real message is noted; while the owner watches, each with what became of it', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  expect(property(shop, 'arrived')).toEqual({ first: expect.any(Number), watched: [] });
  ownerOf(shop).watchArrivals();
  shop.whatsapp.delivery.times = 2;
  shop.writes(anna, 'Link');
  expect(property(shop, 'arrived').watched).toEqual([
    {
      token: expect.any(String),
      at: expect.any(Number),
      times: 2,
      answered: true,
      delivered: true,
    },
  ]);
});
