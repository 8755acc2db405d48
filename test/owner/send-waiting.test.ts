/** *Send waiting notices now*: what may go goes, each once, and nothing is lost on the way. */
import { BOTH, buys, minutesPass, reward, rewardShop } from '../rewards/shop';
import { Business, type BusinessOptions, HOUR } from '../support/business';
import { FRIEND_JOINED } from '../support/templates';

/** Ben came by Anna's link when she had not written for a day. */
function waitingShop() {
  const shop = new Business({ whatsapp: { templates: [FRIEND_JOINED] } });
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.sleeps(25 * HOUR);
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^waits for/);
  return { shop, anna, ben };
}

function send(shop: Business): string {
  shop.script.run('sendWaitingNotices', [], 'menu');
  shop.whatsapp.pump();
  return shop.script.ui.toasts.at(-1)?.text ?? '';
}

const NEWS = 'Good news: Ben came to us on your recommendation. Thank you!';

test('nothing waits: says so', () => {
  expect(send(new Business())).toBe('Nothing is waiting.');
});

test('the window is closed and there is no template: it goes on waiting', () => {
  const { shop, ben } = waitingShop();
  expect(send(shop)).toBe('0 taken up, 1 still waiting for their people to write.');
  expect(shop.row(ben).Notice).toMatch(/^waits for/);
});

test('a template has been set since: it goes by template, once', () => {
  const { shop, anna, ben } = waitingShop();
  shop.set({ 'Notice template': 'friend_joined' });
  expect(send(shop)).toBe('1 taken up, 0 still waiting for their people to write.');
  expect(shop.heard(anna).filter((text) => text === 'News: Ben came.')).toHaveLength(1);
  expect(shop.row(ben).Notice).toMatch(/^told /);
  send(shop);
  expect(shop.heard(anna).filter((text) => text === 'News: Ben came.')).toHaveLength(1);
});

test('the inviter’s window is open: it goes as the usual text', () => {
  const { shop, anna, ben } = waitingShop();
  // They wrote while the owner had the cell as it is; the row says so.
  shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Last message', '2026-06-02 12:30');
  shop.whatsapp.write(anna.key, { kind: 'reaction', text: '👍' });
  send(shop);
  expect(shop.heard(anna)).toContain(NEWS);
  expect(shop.row(ben).Notice).toMatch(/^told /);
});

describe('rewards', () => {
  /** Anna’s reward waits for her to write. */
  function owing() {
    const cast = rewardShop({ ...BOTH, 'Friend gets': '' }, {
      whatsapp: { templates: [FRIEND_JOINED] },
    } as BusinessOptions);
    const { shop, anna, ben } = cast;
    shop.taps(ben, anna);
    shop.sleeps(25 * HOUR);
    buys(shop, ben);
    minutesPass(shop);
    expect(reward(shop, 'inviter', ben).Told).toMatch(/^waits for/);
    return cast;
  }

  test('their person’s window is open: they go as the usual text, once', () => {
    const { shop, anna, ben } = owing();
    // She has written, which has not come through yet.
    shop.whatsapp.delivery.hold = true;
    shop.whatsapp.write(anna.key, { text: 'Hello' });
    shop.script.spreadsheet.type(
      'Clients',
      shop.rowNumber(anna),
      'Last message',
      '2026-06-02 12:30',
    );
    expect(send(shop)).toBe('1 taken up, 0 still waiting for their people to write.');
    send(shop);
    expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
    expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
  });

  test('the reward template has been set since: they go by it', () => {
    const { shop, anna, ben } = owing();
    expect(send(shop)).toBe('0 taken up, 1 still waiting for their people to write.');
    shop.set({ 'Reward template': 'friend_joined' });
    expect(send(shop)).toBe('1 taken up, 0 still waiting for their people to write.');
    expect(shop.heard(anna).pop()).toBe('News: Free coffee came.');
    expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
  });

  test('the notice template is none for rewards', () => {
    const { shop, ben } = owing();
    shop.set({ 'Notice template': 'friend_joined' });
    expect(send(shop)).toBe('0 taken up, 1 still waiting for their people to write.');
    expect(reward(shop, 'inviter', ben).Told).toMatch(/^waits for/);
  });
});

test('the inviter has asked for no messages: the row says so', () => {
  const { shop, anna, ben } = waitingShop();
  shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Stopped', 'yes');
  send(shop);
  expect(shop.row(ben).Notice).toMatch(/^not sent: they asked for no messages/);
  expect(shop.heard(anna)).not.toContain(NEWS);
});

test('cut off anywhere, the notice goes in the end, and no more than once', () => {
  const calls = (() => {
    const { shop } = waitingShop();
    shop.set({ 'Notice template': 'friend_joined' });
    send(shop);
    return shop.last('sendWaitingNotices').trace.length;
  })();
  for (let call = 1; call <= calls; call++) {
    const { shop, anna, ben } = waitingShop();
    shop.set({ 'Notice template': 'friend_joined' });
    shop.script.faults = { dieAt: { call, when: 'before' } };
    send(shop);
    shop.wait(10 * 60 * 1000);
    send(shop);
    shop.wait(10 * 60 * 1000);
    expect(shop.row(ben).Notice).toMatch(/^told /);
    expect(shop.heard(anna).filter((text) => text === 'News: Ben came.')).toHaveLength(1);
  }
});

test('the last message of an inviter who never wrote stays empty', () => {
  const { shop, anna, ben } = waitingShop();
  shop.set({ 'Notice template': 'friend_joined' });
  shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Last message', '');
  send(shop);
  expect(shop.row(ben).Notice).toMatch(/^told /);
  expect(shop.row(anna)['Last message']).toBe('');
});
