/** Who is a client? What the business answers does not tell it to a stranger who names numbers. */
import type { Bubble, PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, HOUR } from '../support/business';
import { inPart } from '../support/part';

const NUMBERS = Array.from({ length: 40 }, (_, n) => `4477009001${String(n).padStart(2, '0')}`);

/** What is asked after a claim; after some, everything that can be. */
const asking = (n: number) =>
  [0, 7, 39].includes(n) ? ['Who invited me', 'My referrals', 'Link', 'hello'] : ['Who invited me'];

/** A shop where those numbers are clients'. */
function shopWith(clients: string[], settings: Record<string, string>) {
  const shop = new Business({ settings, whatsapp: { reports: false } });
  for (const [n, phone] of clients.entries()) {
    shop.writes(shop.person(`Client ${n} (private)`, phone), 'Link');
  }
  shop.sleeps(7 * HOUR);
  return shop;
}

/** Nobody is a client; all are; one is. */
const WORLDS = [[], NUMBERS, NUMBERS.slice(7, 8)].map((clients) => shopWith(clients, {}).save());

const claim = (phone: string) => `You were recommended by ${phone} Hello`;
const stranger = (shop: Business, n: number) =>
  shop.person('Stranger', `4477009009${String(n).padStart(2, '0')}`);

/** Everything that somebody sees of an answer; links hold the sender's own number. */
const seen = ({ kind, text, link, buttons }: Bubble) => ({ kind, text, link, buttons });

/** Names all numbers, each time as `who` says, and asks whatever can be asked; what came back. */
function attack(shop: Business, who: (n: number) => PersonOnPhone) {
  return NUMBERS.map((phone, n) => {
    const person = who(n);
    const answers = [claim(phone), ...asking(n)].map((text) => shop.writes(person, text).map(seen));
    shop.sleeps(2 * HOUR);
    return answers;
  });
}

/** The stranger has a row before the first claim. */
function inBase(shop: Business, person: PersonOnPhone): PersonOnPhone {
  shop.writes(person, 'Link');
  shop.sleeps(HOUR);
  return person;
}

const ATTACKS: Record<string, (shop: Business) => (n: number) => PersonOnPhone> = {
  'a new number for each claim': (shop) => (n) => stranger(shop, n),
  'a number for each claim, in the base already': (shop) => (n) => inBase(shop, stranger(shop, n)),
  'one number for all, new': (shop) => {
    const person = stranger(shop, 0);
    return () => person;
  },
  'one number for all, in the base already': (shop) => {
    const person = inBase(shop, stranger(shop, 0));
    return () => person;
  },
};

const CASES = ['no', 'yes'].flatMap((onlyNew) =>
  Object.keys(ATTACKS).map((name) => ({ onlyNew, name })),
);

test.each(inPart(CASES))(
  'only new clients count: $onlyNew; 40 numbers cannot be told apart by $name',
  ({ onlyNew, name }) => {
    const tried = WORLDS.map((saved) => {
      const shop = new Business({ saved, whatsapp: { reports: false } });
      shop.set({ 'Only new clients count': onlyNew });
      return attack(shop, ATTACKS[name]!(shop));
    });
    expect(tried[0]?.every(([answers]) => answers?.length === 1)).toBe(true);
    expect(tried[1]).toEqual(tried[0]);
    expect(tried[2]).toEqual(tried[0]);
    expect(JSON.stringify(tried)).not.toContain('private');
  },
);

test('what the sender knows anyway is told: their own link, a link that was spoilt, having been here', () => {
  const shop = new Business({ settings: { 'Only new clients count': 'yes' } });
  const anna = shop.person('Anna', '447700900001');
  expect(shop.writes(anna, claim('123'))[0]?.text).toMatch(/^It looks as if the invitation was/);
  shop.writes(anna, 'Link');
  expect(shop.taps(anna, anna)[0]?.text).toMatch(/^That is your own link, Anna/);
  expect(shop.writes(anna, claim('447700900009'))[0]?.text).toMatch(
    /^Welcome back, Anna! You were/,
  );
});

test('a descendant through others cannot be told from a stranger’s number', () => {
  const shop = new Business();
  const person = stranger(shop, 0);
  const friend = shop.person('Friend', '447700900001');
  shop.invites(person, friend);
  shop.invites(friend, shop.person('Client (private)', '447700900002'));
  const [descendant] = shop.writes(person, claim('447700900002'));
  const [nobody] = shop.writes(person, claim('447700900003'));
  expect(seen(descendant!)).toEqual(seen(nobody!));
  expect(shop.row(person)['Invited by']).toBe('');
});

test('after twenty claims in a day no more are looked at, and the next day they are', () => {
  const shop = shopWith([], {});
  const person = stranger(shop, 0);
  const noted = () => shop.row(person).Note?.match(/4477009001\d\d/g)?.length;
  for (const phone of NUMBERS.slice(0, 25)) {
    shop.writes(person, claim(phone));
    shop.sleeps(HOUR / 2);
  }
  expect(noted()).toBe(20);
  expect(shop.writes(person, 'Link')).toHaveLength(2);
  for (let hours = 0; hours < 14; hours++) {
    shop.sleeps(HOUR);
    shop.writes(person, 'thanks');
  }
  expect(shop.writes(person, claim(NUMBERS[30]!))).toHaveLength(1);
  expect(noted()).toBe(21);
});

describe('the inviter is named', () => {
  const people = (settings: Record<string, string>) => {
    const shop = new Business({ settings });
    const anna = shop.person('Anna', '447700900001');
    return { shop, anna, ben: shop.person('Ben', '447700900002') };
  };

  test('where the owner wants it', () => {
    const { shop, anna, ben } = people({ 'Say who invited': 'yes' });
    shop.writes(anna, 'Link');
    expect(shop.taps(ben, anna)[0]?.text).toMatch(/^Welcome, Ben! Anna recommended you to us\./);
    expect(shop.writes(ben, 'Who invited me')[0]?.text).toBe('Anna recommended you to us.');
  });

  test('where invitations hold a code', () => {
    const { shop, anna, ben } = people({ Invitation: 'Invitation {code} Hello' });
    shop.writes(anna, 'Link');
    expect(shop.taps(ben, anna)[0]?.text).toMatch(/^Welcome, Ben! Anna recommended you to us\./);
    expect(shop.writes(ben, 'Who invited me')[0]?.text).toBe('Anna recommended you to us.');
    expect(shop.writes(anna, 'Who invited me')[0]?.text).toMatch(/^Nobody is noted/);
  });

  test('in the welcome where this one link holds a code, because the inviter hides the number', () => {
    const { shop, ben } = people({});
    const uma = shop.person('Uma', '447700900003', { showsPhone: false });
    shop.writes(uma, 'Link');
    expect(shop.taps(ben, uma)[0]?.text).toMatch(/^Welcome, Ben! Uma recommended you to us\./);
    expect(shop.writes(ben, 'Who invited me')[0]?.text).toMatch(/^We keep to ourselves/);
  });

  test('no more by “Who invited me” while links with a number are still out there', () => {
    const { shop, anna, ben } = people({
      Invitation: 'Invitation {code} Hello',
      'Earlier invitations': 'You were recommended by {phone} Hello',
    });
    shop.writes(anna, 'Link');
    shop.writes(ben, claim('447700900001'));
    expect(shop.row(ben)['Invited by']).toBe('447700900001');
    expect(shop.writes(ben, 'Who invited me')[0]?.text).toMatch(/^We keep to ourselves/);
  });
});

test.each([
  ['{inviter} recommended you, {name}.', 'A friend recommended you, Ben.'],
  ['Welcome! “{inviter}” sent you.', 'Welcome! “A friend” sent you.'],
  ['You are here through {inviter}.', 'You are here through a friend.'],
])('an inviter who is not named, in the owner’s words: %s', (text, answer) => {
  const shop = shopWith(['447700900001'], { 'Text: Welcome': text });
  expect(shop.writes(shop.person('Ben', '447700900002'), claim('447700900001'))[0]?.text).toBe(
    answer,
  );
});
