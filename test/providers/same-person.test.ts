/** One person stays one row, whatever the provider calls them by. */
import type { NumberChange } from '../../local/whatsapp/meta/meta';
import { numberChange, sharedContact, textMessage } from '../../local/whatsapp/meta/webhooks';
import { Business, HOUR, invitationIn } from '../support/business';

const OLD = '447700900001';
const NEW = '447700900077';

/** Anna, who has referred Ben. */
function shopWithAnna() {
  const shop = new Business();
  const anna = shop.person('Anna', OLD);
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  return { shop, anna, ben };
}

describe('Meta tells of a new number', () => {
  test.each<[string, NumberChange]>([
    ['from the old number and id', {}],
    ['by the new number and id', { told: 'new' }],
    ['without a sender', { told: 'nothing' }],
    ['without a sender, the earlier id in its sentence only', { told: 'nothing', previous: false }],
    ['by the new ones, the earlier ones in its sentence only', { told: 'new', previous: false }],
  ])('%s', (_, how) => {
    const { shop, anna, ben } = shopWithAnna();
    shop.whatsapp.changeNumber(anna.key, NEW, how);
    expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\n/);
    expect(shop.rows('Clients')).toHaveLength(2);
    expect(shop.row(anna)).toMatchObject({ Phone: NEW, Note: '' });
    expect(shop.row(ben)['Invited by']).toBe(NEW);
  });

  test('to somebody whose row has the number only', () => {
    const { shop, anna } = shopWithAnna();
    shop.script.spreadsheet.type('Clients', 2, 'Messenger id', OLD);
    expect(shop.row(anna)['Messenger id']).toBe(OLD);
    shop.whatsapp.changeNumber(anna.key, NEW);
    shop.writes(anna, 'Hello');
    expect(shop.rows('Clients')).toHaveLength(2);
    expect(shop.row(anna).Phone).toBe(NEW);
  });
});

describe('Meta tells of a new id, the number not shared', () => {
  test.each<[string, NumberChange]>([
    ['from the old number and id', {}],
    ['by the new id', { told: 'new' }],
    ['without a sender', { told: 'nothing' }],
    ['without a sender, the earlier id in its sentence only', { told: 'nothing', previous: false }],
  ])('%s', (_, how) => {
    const { shop, anna } = shopWithAnna();
    shop.whatsapp.changeNumber(anna.key, NEW, { ...how, shared: false });
    expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\n/);
    expect(shop.rows('Clients')).toHaveLength(2);
    expect(shop.rows('Clients')[0]).toMatchObject({ Note: '' });
  });

  test('what she is told next goes to her, not to her old number', () => {
    const { shop, anna } = shopWithAnna();
    shop.whatsapp.changeNumber(anna.key, NEW, { shared: false });
    const cleo = shop.person('Cleo', '447700900003');
    shop.sleeps(2 * HOUR);
    shop.taps(cleo, anna);
    expect(shop.heard(anna).pop()).toMatch(/^Good news: Cleo/);
  });

  test('the sender’s number is the new one already', () => {
    const { shop, anna } = shopWithAnna();
    const change = { oldUserId: anna.userId, newUserId: 'GB.7700', name: 'Anna' };
    shop.whatsapp.happen(numberChange({ ...change, from: NEW, userId: 'GB.7700' }));
    shop.whatsapp.happen(textMessage({ from: NEW, userId: 'GB.7700', text: 'Hello' }));
    expect(shop.rows('Clients')).toHaveLength(2);
    expect(shop.rows('Clients')[0]).toMatchObject({ Phone: NEW });
  });
});

test('Meta’s shared contact is from whom its contacts name', () => {
  const { shop, anna } = shopWithAnna();
  const before = shop.row(anna)['Last message'];
  shop.sleeps(2 * HOUR);
  const at = shop.script.clock.now;
  shop.whatsapp.happen(sharedContact({ userId: anna.userId, name: 'Anna', phone: OLD, at }));
  expect(shop.row(anna)['Last message']).not.toBe(before);
});

describe('somebody who hides the number that her row knows', () => {
  test('is told of the notices that waited for her number', () => {
    const { shop, anna } = shopWithAnna();
    const cleo = shop.person('Cleo', '447700900003');
    shop.sleeps(25 * HOUR);
    shop.taps(cleo, anna);
    expect(shop.row(cleo).Notice).toMatch(/^waits for/);
    anna.showsPhone = false;
    shop.sleeps(31 * 24 * HOUR);
    shop.writes(anna, 'Hello');
    expect(shop.heard(anna).join()).toContain('Good news: Cleo');
    expect(shop.row(cleo).Notice).toMatch(/^told/);
  });

  test.each(['alone', 'with others'])('cannot become a referral of who came by her: %s', (how) => {
    const { shop, anna, ben } = shopWithAnna();
    const cleo = shop.person('Cleo', '447700900003');
    shop.invites(ben, cleo);
    shop.writes(cleo, 'Link');
    const link = shop.link(cleo);
    anna.showsPhone = false;
    shop.sleeps(31 * 24 * HOUR);
    shop.whatsapp.delivery.batch = how === 'with others';
    shop.whatsapp.write(anna.key, { text: invitationIn(link) });
    shop.whatsapp.write(shop.person('Dora', '447700900004').key, { text: 'Link' });
    shop.whatsapp.flush();
    expect(shop.row(anna)['Invited by']).toBe('');
  });
});
