/** WhatsApp moves Green-API's people from their numbers to `…@lid`: one person stays one row. */
import { lidOf } from '../../local/whatsapp/green/sending';
import { incomingMessage, textData } from '../../local/whatsapp/green/webhooks';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { expectWhole, settle } from '../reliability/invariants';
import { Business, callsOf, HOUR, invitationIn, MINUTE, NOON } from '../support/business';
import { inPart } from '../support/part';
import type { ProviderName } from '../support/providers';

type Shop = Business<'green'>;

/** Anna, who has invited Ben: both by their numbers. */
function shopWithAnna(saved?: ReturnType<Shop['save']>) {
  const shop: Shop = new Business({ provider: 'green', ...(saved && { saved }) });
  if (!saved) {
    const [anna, ben] = ['Anna', 'Ben', 'Cleo', 'Dora'].map((name, n) =>
      shop.person(name, `44770090000${n + 1}`),
    ) as [PersonOnPhone, PersonOnPhone];
    shop.invites(anna, ben);
  }
  const [anna, ben, cleo, dora] = ['Anna', 'Ben', 'Cleo', 'Dora'].map((name) =>
    shop.known(name),
  ) as [PersonOnPhone, PersonOnPhone, PersonOnPhone, PersonOnPhone];
  return { shop, anna, ben, cleo, dora };
}

function whatsappMoves(shop: Shop): void {
  shop.whatsapp.instance.usesLids = true;
}

/** WhatsApp knows the person by both ids, and this message still comes by the number. */
function writesByNumber(shop: Shop, person: PersonOnPhone, text: string): void {
  const told = { at: shop.script.clock.now, chatId: `${person.phone}@c.us`, name: person.name };
  const message = { ...told, idMessage: `X${told.at}`, messageData: textData(text) };
  shop.whatsapp.happen(incomingMessage(shop.whatsapp.instance, message));
}

/** The rows of people by both their ids. */
const bothIds = (person: PersonOnPhone) => ({
  Phone: person.phone,
  'Messenger id': `${person.phone} ${lidOf(person)}`,
});

const names = (shop: Shop) => shop.rows('Clients').map((row) => row.Name);

const notices = (shop: Shop, person: PersonOnPhone) =>
  shop.heard(person).filter((text) => text.startsWith('Good news'));

const asked = (shop: Shop) =>
  shop.whatsapp.outbound.filter(({ url }) => url.includes('checkWhatsapp')).length;

/** What must be so once Anna writes under her lid. */
function expectSameAnna({ shop, anna, ben, cleo }: ReturnType<typeof shopWithAnna>): void {
  expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\nBen/);
  shop.writes(anna, 'Link');
  shop.sleeps(2 * HOUR);
  shop.taps(cleo, anna);
  expect(notices(shop, anna)).toHaveLength(2);
  expect(names(shop)).toEqual(['Anna', 'Ben', 'Cleo']);
  expect(shop.row(anna)).toMatchObject({ ...bothIds(anna), Note: '' });
  expect([ben, cleo].map((one) => shop.row(one)['Invited by'])).toEqual([anna.phone, anna.phone]);
}

describe('learned in time', () => {
  test('with the answers to a message by the number', () => {
    const world = shopWithAnna();
    const { shop, anna } = world;
    shop.sleeps(7 * HOUR);
    whatsappMoves(shop);
    writesByNumber(shop, anna, 'Link');
    expect(shop.row(anna)).toMatchObject(bothIds(anna));
    expectSameAnna(world);
  });

  test('by the trigger, for whoever never writes by the number again', () => {
    const world = shopWithAnna();
    const { shop, anna, ben } = world;
    whatsappMoves(shop);
    shop.sleeps(2 * HOUR);
    shop.wait(3 * MINUTE);
    expect(shop.row(anna)).toMatchObject(bothIds(anna));
    expect(shop.row(ben)).toMatchObject(bothIds(ben));
    expectSameAnna(world);
  });

  test('an inviter is told before the move, and after it, though she does not write', () => {
    const { shop, anna, cleo, dora } = shopWithAnna();
    const link = invitationIn(shop.link(anna));
    shop.sleeps(2 * HOUR);
    shop.writes(cleo, link);
    whatsappMoves(shop);
    shop.sleeps(2 * HOUR);
    shop.wait(3 * MINUTE);
    shop.writes(dora, link);
    expect(notices(shop, anna).map((text) => text.split(' ')[2])).toEqual(['Ben', 'Cleo', 'Dora']);
    expect(shop.row(anna)).toMatchObject(bothIds(anna));
    expect(names(shop)).toEqual(['Anna', 'Ben', 'Cleo', 'Dora']);
  });

  test('nobody gets round the rule against loops by another id', () => {
    const { shop, anna, ben, cleo } = shopWithAnna();
    shop.writes(ben, 'Link');
    shop.taps(cleo, ben);
    shop.writes(cleo, 'Link');
    const link = invitationIn(shop.link(cleo));
    whatsappMoves(shop);
    shop.sleeps(2 * HOUR);
    shop.wait(3 * MINUTE);
    shop.writes(anna, link);
    expect(shop.row(anna)['Invited by']).toBe('');
    expectWhole(shop as unknown as Business);
  });
});

describe('learned too late: the person has two rows', () => {
  function twoRows() {
    const world = shopWithAnna();
    const { shop, anna } = world;
    whatsappMoves(shop);
    shop.writes(anna, 'Link');
    expect(names(shop)).toEqual(['Anna', 'Ben', 'Anna']);
    shop.sleeps(2 * HOUR);
    shop.wait(3 * MINUTE);
    return world;
  }
  const notes = (shop: Shop) => shop.rows('Clients').map((row) => row.Note);

  test('each names the other, once, and nothing else changes', () => {
    const { shop, anna, ben } = twoRows();
    const expected = [
      `is the same person as ${lidOf(anna)}: keep one of the two rows`,
      '',
      `is the same person as ${anna.phone}: keep one of the two rows`,
    ];
    expect(notes(shop)).toEqual(expected);
    shop.sleeps(2 * HOUR);
    shop.wait(3 * MINUTE);
    expect(notes(shop)).toEqual(expected);
    expect(shop.row(ben)['Invited by']).toBe(anna.phone);
    expect(shop.pending()).toEqual([]);
  });

  test('no message by either id makes a third', () => {
    const { shop, anna } = twoRows();
    writesByNumber(shop, anna, 'Link');
    shop.writes(anna, 'Link');
    expect(names(shop)).toEqual(['Anna', 'Ben', 'Anna']);
  });

  test('once the owner has deleted the new one, she is found by both ids', () => {
    const world = twoRows();
    world.shop.script.spreadsheet.deleteRow('Clients', 4);
    world.shop.sleeps(7 * HOUR);
    world.shop.wait(3 * MINUTE);
    expect(world.shop.row(world.anna)).toMatchObject(bothIds(world.anna));
  });
});

test('a lid is never shown as a phone', () => {
  const { shop, cleo, dora } = shopWithAnna();
  whatsappMoves(shop);
  shop.writes(cleo, 'Link');
  shop.taps(dora, cleo);
  shop.writes(cleo, 'My referrals');
  const rows = shop.rows('Clients').filter(({ Name }) => Name === 'Cleo' || Name === 'Dora');
  expect(rows.map(({ Phone }) => Phone)).toEqual(['', '']);
  const digits = [cleo, dora].map((one) => lidOf(one).replace(/\D/g, '').slice(-4));
  const said = [cleo, dora].flatMap((one) => shop.heard(one)).join();
  for (const four of digits) expect(said).not.toContain(four);
});

describe('an execution that learns dies at every one of its calls', () => {
  const moment = () => {
    const { shop } = shopWithAnna();
    shop.sleeps(7 * HOUR);
    whatsappMoves(shop);
    return shop.save();
  };
  const saved = moment();
  const acts: [string, (shop: Shop, anna: PersonOnPhone) => void][] = [
    ['a message', (shop, anna) => writesByNumber(shop, anna, 'Link')],
    [
      'the trigger',
      (shop) => {
        shop.script.clock.now += 2 * HOUR;
        shop.triggerRuns();
      },
    ],
  ];

  test.each(acts)('%s', (_, act) => {
    const rehearsal = shopWithAnna(saved);
    const before = rehearsal.shop.script.executions.length;
    act(rehearsal.shop, rehearsal.anna);
    const calls = rehearsal.shop.script.executions[before]?.trace ?? [];
    expect(calls.some(({ kind }) => kind === 'fetch')).toBe(true);
    const deaths = calls.flatMap(({ n }) =>
      (['before', 'after'] as const).map((when) => ({ call: n, when })),
    );
    for (const death of inPart(deaths)) {
      const world = shopWithAnna(saved);
      const { shop, anna } = world;
      shop.script.faults.dieAt = death;
      act(shop, anna);
      settle(shop as unknown as Business);
      shop.sleeps(2 * HOUR);
      shop.wait(3 * MINUTE);
      expectSameAnna(world);
      expectWhole(shop as unknown as Business);
    }
  });
});

describe('what it costs', () => {
  const handling = (provider: ProviderName) => {
    const shop = new Business<ProviderName>({ provider });
    const anna = shop.person('Anna', '447700900001');
    shop.writes(anna, 'Link');
    const found = shop.script.executions.find(({ calls }) => calls.fetch);
    return found && callsOf(found);
  };

  test('a message asks in the same call as it answers, and its sender once in hours', () => {
    expect(handling('green')).toEqual(handling('360dialog'));
    const { shop, anna } = shopWithAnna();
    expect(asked(shop)).toBe(2);
    shop.writes(anna, 'Link');
    shop.script.clock.now += HOUR / 2;
    shop.writes(anna, 'Link');
    expect(asked(shop)).toBe(2);
  });

  test.each<ProviderName>(['meta', 'green'])('an idle minute of the trigger: %s', (provider) => {
    const shop = new Business<ProviderName>({ provider });
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    shop.wait(5 * MINUTE);
    expect(callsOf(shop.triggerRuns()).all).toBeLessThanOrEqual(4);
  });

  test('the first client is asked about within the hour', () => {
    const shop: Shop = new Business({ provider: 'green' });
    shop.wait(2 * MINUTE);
    expect(callsOf(shop.triggerRuns()).all).toBeLessThanOrEqual(4);
    const anna = shop.person('Anna', '447700900001');
    shop.writes(anna, 'Link');
    whatsappMoves(shop);
    shop.wait(3 * MINUTE);
    expect(shop.row(anna)).toMatchObject(bothIds(anna));
  });

  /** A base of so many people, who do not write. */
  function shopOf(size: number): Shop {
    const shop: Shop = new Business({ provider: 'green' });
    const people = Array.from({ length: size }, (_, n) =>
      shop.person(`Client ${n}`, String(447_100_000_000 + n)),
    );
    const rows = people.map(({ name, phone = '' }, n) => {
      const joined = new Date(NOON - (size - n) * MINUTE);
      return {
        ...{ Phone: phone, Name: name, Joined: joined, 'Last message': joined },
        ...{ Code: `c${n}`, 'Messenger id': phone },
      };
    });
    shop.script.spreadsheet.fill('Clients', rows, 2);
    return shop;
  }
  const learned = (shop: Shop) =>
    shop.rows('Clients').filter((row) => row['Messenger id']?.endsWith('@lid')).length;

  test('before the move a few rows are asked about every hour', () => {
    const shop = shopOf(100);
    shop.wait(6 * HOUR);
    expect(asked(shop)).toBe(6 * 5);
  });

  test('once it teaches something the trigger goes through the whole base, the newest first', () => {
    const shop = shopOf(100);
    whatsappMoves(shop);
    shop.wait(4 * MINUTE);
    expect(shop.rows('Clients')[0]).toMatchObject({ 'Messenger id': '447100000000' });
    expect(learned(shop)).toBeGreaterThan(20);
    shop.wait(8 * MINUTE);
    expect([learned(shop), asked(shop)]).toEqual([100, 100]);
    expect(callsOf(shop.triggerRuns()).all).toBeLessThanOrEqual(4);
    shop.sleeps(25 * HOUR);
    expect(asked(shop)).toBe(100);
  });
});
