/** The door: whoever is not the document itself gets nothing out of the script's public functions, and changes nothing. */
import { Business, HOUR } from '../support/business';
import { asked, openSidebar, ownerOf } from './owner';

/** Functions that Google calls, or the provider through it. */
const DOORS = ['doGet', 'doPost'];
const TRIGGERS = ['drainPending', 'onEdit', 'onOpen'];
const FOR_THE_OWNER = [
  'checkSetUp',
  'connectADatabase',
  'connectWhatsApp',
  'goLive',
  'listReferrals',
  'listRewards',
  'makeReferralLink',
  'printPoster',
  'openAddReferral',
  'openImport',
  'noteAPurchase',
  'openProblems',
  'ownerCall',
  'answerUnanswered',
  'changeTexts',
  'sendWaitingNotices',
  'setUp',
];

/** What a stranger might hand over, function by function. */
const ARGUMENTS: Record<string, unknown[][]> = {
  drainPending: [[], [{}], [{ triggerUid: '1' }], [{ triggerUid: { length: 1 } }]],
  onEdit: [[], [{ range: {} }], [{ range: { getSheet: null } }]],
  ownerCall: [
    ['state', []],
    ['state', [], ''],
    ['state', [], null],
    ['state', [], 'undefined'],
    ['clientRows', [2, 1000], '0'],
    ['newWebhookKey', [], '1'],
    ['setUp', [], { toString: '1' }],
  ],
};

/** A shop with something to steal and something that waits to be done. */
function busyShop(): Business {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.script.properties.script.set('metaToken', 'an old one');
  shop.taps(shop.person('Ben', '447700900002'), anna);
  shop.script.properties.script.set('metaToken', shop.whatsapp.business.token);
  shop.sleeps(0);
  shop.script.clock.now += 10 * 60 * 1000;
  return shop;
}

/** Everything that a call could change, on either side. */
function everything({ script, whatsapp }: Business): string {
  const { properties, book, triggers } = script.save() as unknown as Record<string, unknown>;
  return JSON.stringify([
    { properties, book, triggers },
    { screen: script.ui, fetched: script.fetchesToday, out: whatsapp.outbound.length },
  ]);
}

/** What whoever knows the key gets: a page with Google's list of what may be called from it. */
function pageOf(shop: Business) {
  const body = '{"object":"whatsapp_business_account","entry":[]}';
  return shop.script.webPage(
    shop.script.post({ queryString: `key=${shop.key}`, contentType: 'application/json', body }),
  );
}

test('the public functions are exactly these', () => {
  const { functions } = pageOf(new Business());
  expect([...functions].sort()).toEqual([...DOORS, ...TRIGGERS, ...FOR_THE_OWNER].sort());
});

describe('from a page of the web app', () => {
  const shop = busyShop();
  const strangers = [...TRIGGERS, ...FOR_THE_OWNER].flatMap((name) =>
    (ARGUMENTS[name] ?? [[]]).map((args) => [name, args] as const),
  );

  const page = pageOf(shop);

  test.each(strangers)('%s(%j) gives nothing and changes nothing', (name, args) => {
    const before = everything(shop);
    const call = () => page.run(name, args as unknown[]);
    if (name === 'drainPending') expect(call() ?? null).toBeNull();
    else if (TRIGGERS.includes(name)) expect(call).toThrow();
    else expect(call).toThrow('Only the spreadsheet itself may do this');
    expect(everything(shop)).toBe(before);
  });

  test('not even with the pass of a page that is open', () => {
    const pass = openSidebar(shop.script);
    const before = everything(shop);
    expect(() => page.run('ownerCall', ['state', [], pass])).toThrow(
      'Only the spreadsheet itself may do this',
    );
    expect(everything(shop)).toBe(before);
  });

  test('what waited is still done by the trigger', () => {
    expect(shop.pending()).not.toEqual([]);
    shop.wait(60 * 1000);
    expect(shop.pending()).toEqual([]);
  });
});

describe('without the right key', () => {
  const shop = busyShop();
  const body = '{"object":"whatsapp_business_account","entry":[]}';
  const post = (queryString: string) =>
    shop.script.post({ queryString, contentType: 'application/json', body });
  const keyless = ['', 'key=', 'key=wrong', `key=${shop.key}x`, `key=${shop.key.slice(1)}`];

  test.each([
    ...keyless.map((query) => ['POST', query, () => post(query)] as const),
    ...keyless.map((query) => ['GET', query, () => shop.script.get(query)] as const),
    ['GET', 'the right one', () => shop.script.get(`key=${shop.key}`)] as const,
  ])('%s with %j is answered by no page, and changes nothing', (_method, _query, ask) => {
    const before = everything(shop);
    const answer = ask();
    expect(answer.status).toBe(302);
    expect(shop.script.webPage(answer).functions).toEqual([]);
    expect(everything(shop)).toBe(before);
  });

  test('the key before the last counts for a day, where the owner wants that', () => {
    const before = shop.key;
    ownerOf(shop).newWebhookKey(true);
    expect(post(`key=${before}`).status).toBe(200);
    shop.script.clock.now += 25 * HOUR;
    expect(post(`key=${before}`).status).toBe(302);
  });
});

describe('the pass of a page', () => {
  test('without it a page gets nothing, even in the document', () => {
    const { script } = new Business();
    expect(() => asked(script, 'state', [])).toThrow('close it and open it again');
  });

  test('every page has its own, and all that are open work', () => {
    const { script } = new Business();
    const passes = [openSidebar(script), openSidebar(script), openSidebar(script)];
    expect(new Set(passes).size).toBe(3);
    for (const pass of passes) {
      expect(pass).toMatch(/^[0-9a-f]{64}$/);
      expect(asked(script, 'tabs', [], pass)).toHaveProperty('Clients');
    }
  });

  test('it lasts three days after its last use, also when the cache forgets', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    for (let weekend = 0; weekend < 3; weekend++) {
      shop.script.clock.now += 71 * HOUR;
      shop.script.cache.forget();
      expect(owner.tabs()).toHaveProperty('Clients');
    }
    shop.script.clock.now += 73 * HOUR;
    expect(() => owner.tabs()).toThrow(
      'This window has been open for a long time: close it and open it again.',
    );
  });

  test('forty windows are remembered, and no more', () => {
    const { script } = new Business();
    const first = openSidebar(script);
    for (let opened = 0; opened < 40; opened++) openSidebar(script);
    script.cache.forget();
    expect(() => asked(script, 'tabs', [], first)).toThrow('close it and open it');
    expect(JSON.parse(script.properties.script.get('passes') ?? '')).toHaveLength(40);
  });
});

describe('the one-minute trigger', () => {
  test('does its work, and costs no call more once it is known', () => {
    const shop = busyShop();
    shop.wait(2 * 60 * 1000);
    expect(shop.last('drainPending').calls.triggers).toBeUndefined();
  });

  test('somebody else’s trigger is known after its first run', () => {
    const shop = busyShop();
    shop.script.properties.script.delete('triggerIds');
    shop.wait(60 * 1000);
    expect(shop.pending()).toEqual([]);
  });

  test('run by hand it does nothing', () => {
    const shop = busyShop();
    const before = everything(shop);
    shop.run('drainPending');
    expect(everything(shop)).toBe(before);
  });
});
