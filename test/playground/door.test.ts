/** The door for scripts: the story told over HTTP, Google's answers, and what a bad request gets. */
import { connect } from 'node:net';
import { type PlaygroundForTest, playgroundForTest } from '../support/playground';

const AMINA = '447700900142';
const BEN = '33639980117';

let playground: PlaygroundForTest;
const ask: PlaygroundForTest['ask'] = (...args) => playground.ask(...args);
const write = (message: object) => ask('POST', '/local/messages', message);
const state = async () => (await ask('GET', '/local/state.json')).body;

beforeAll(async () => {
  playground = await playgroundForTest();
});
afterAll(() => playground.end());
beforeEach(() => ask('POST', '/local/reset'));

/** The addresses behind the buttons of the cards that were sent. */
async function cardLinks(): Promise<string[]> {
  const { outbound } = await state();
  return outbound
    .map(({ body }: { body: string }) => JSON.parse(body).interactive?.action?.parameters?.url)
    .filter(Boolean);
}

/** What the link fills in, sent by somebody. */
async function tap(link: string | undefined, from: string, name: string) {
  return write({ from, name, text: new URL(link ?? '').searchParams.get('text') });
}

test('the story: ask for a link, tap it, register, notify, list', async () => {
  expect((await write({ from: AMINA, text: 'Link' })).body.delivered).toEqual([200]);
  await tap((await cardLinks())[0], BEN, 'Ben Martel');
  await write({ from: AMINA, text: 'My referrals' });

  const { sheets, outbound, executions } = await state();
  const [headings, amina, ben] = sheets.Clients;
  expect(amina[headings.indexOf('Phone')]).toBe(AMINA);
  expect(amina[headings.indexOf('Name')]).toBe('Amina Yusuf');
  expect(ben[headings.indexOf('Invited by')]).toBe(AMINA);
  expect(ben[headings.indexOf('Notice')]).toMatch(/^told/);
  const texts = outbound.map(({ body }: { body: string }) => body).join('\n');
  expect(texts).toContain('Good news: Ben Martel');
  expect(executions.at(-1)).toMatchObject({
    function: 'doPost',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    calls: expect.any(Object),
    modelledMs: expect.any(Number),
  });
});

test('somebody who was not here gets a phone, with or without a visible number', async () => {
  expect((await write({ from: '+1 312 555 0178', name: 'Clara', text: 'Link' })).status).toBe(200);
  const hidden = { from: 'US.13491208655302741918', name: 'Dev', text: 'Link' };
  expect((await write(hidden)).body.delivered).toEqual([200]);
  const [headings, ...rows] = (await state()).sheets.Clients;
  const names = rows.map((row: string[]) => row[headings.indexOf('Name')]);
  expect(names).toEqual(['Clara', 'Dev']);
});

test('a reply button is pressed by its id', async () => {
  await write({ from: BEN, text: 'What is this?' });
  const { body } = (await state()).outbound.find((one: { body: string }) =>
    one.body.includes('"button"'),
  );
  const [{ reply }] = JSON.parse(body).interactive.action.buttons;
  const pressed = await write({ from: BEN, buttonId: reply.id });
  expect(pressed.body.delivered).toEqual([200]);
  expect((await cardLinks()).length).toBeGreaterThan(0);
});

test('what goes out is told without its secrets', async () => {
  await write({ from: AMINA, text: 'Link' });
  const { outbound } = await state();
  expect(outbound[0]).toMatchObject({ method: 'POST', status: 200, at: expect.any(String) });
  expect(outbound[0].url).toMatch(/^https:\/\/graph\.facebook\.com\/v\d+\.0\/\d+\/messages$/);
  expect(outbound[0].answer).toContain('wamid.');
  expect(JSON.stringify(outbound)).not.toMatch(/EAAJ/);
});

test('the clock moves, and the triggers that fall due run', async () => {
  const before = (await state()).now;
  const { body } = await ask('POST', '/local/clock', { advanceMs: 200_000 });
  expect(Date.parse(body.now) - Date.parse(before)).toBeGreaterThanOrEqual(200_000);
  const triggers = (await state()).executions.filter(
    (one: { function: string }) => one.function === 'drainPending',
  );
  expect(triggers.length).toBeGreaterThanOrEqual(2);
});

test('a quiet day is passed in a few runs of the trigger, the last of them at its end', async () => {
  const { world } = playground.playground;
  await write({ from: AMINA, text: 'Link' });
  const before = world.lastId;
  const { body } = await ask('POST', '/local/clock', { advanceMs: 25 * 3_600_000 });
  expect(world.lastId - before).toBeLessThan(300);
  expect((await state()).executions.at(-1)).toMatchObject({
    function: 'drainPending',
    at: body.now,
  });
});

test('a notice waits while WhatsApp is down and goes when it is back', async () => {
  await write({ from: AMINA, text: 'Link' });
  const [link] = await cardLinks();
  await ask('POST', '/local/weather', { weather: 'down' });
  await tap(link, BEN, 'Ben Martel');
  expect(await noticeOf(BEN)).not.toMatch(/^told/);
  await ask('POST', '/local/weather', { weather: 'fine' });
  await ask('POST', '/local/clock', { advanceMs: 4 * 3_600_000 });
  expect(await noticeOf(BEN)).toMatch(/^told/);
});

async function noticeOf(phone: string): Promise<string> {
  const [headings, ...rows] = (await state()).sheets.Clients;
  const row = rows.find((one: string[]) => one[headings.indexOf('Phone')] === phone);
  return row[headings.indexOf('Notice')];
}

test('everything arrives twice when told so, and still there is one row', async () => {
  await ask('POST', '/local/twice', { twice: true });
  const { body } = await write({ from: AMINA, text: 'Link' });
  expect(body.delivered).toEqual([200, 200]);
  expect((await state()).sheets.Clients).toHaveLength(2);
});

test('starting over leaves nothing but a new webhook', async () => {
  await write({ from: AMINA, text: 'Link' });
  const before = await state();
  const { status, body } = await ask('POST', '/local/reset');
  expect(status).toBe(200);
  const { sheets, outbound, webhookUrl } = await state();
  expect([sheets.Clients.length, outbound.length]).toEqual([1, 0]);
  expect(webhookUrl).toBe(body.webhookUrl);
  expect(webhookUrl).not.toBe(before.webhookUrl);
});

describe('the web app answers as Google does', () => {
  const fetchRaw = (url: string, init: RequestInit = {}) =>
    fetch(url, { redirect: 'manual', ...init });

  test('the handshake comes by 302 from an echo that takes GET only, once the key is right', async () => {
    const { webhookUrl } = await state();
    const key = new URL(webhookUrl).searchParams.get('key');
    const query = `hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${key}`;
    const answer = await fetchRaw(`${playground.address}/exec?${query}`);
    const echo = answer.headers.get('location') ?? '';
    expect([answer.status, new URL(echo).pathname]).toEqual([302, '/macros/echo']);
    expect((await fetchRaw(echo, { method: 'POST' })).status).toBe(405);
    expect(await (await fetchRaw(echo)).text()).toBe('1158201444');
  });

  test('a webhook gets 200 and a page; HEAD gets 403; an unknown echo 404', async () => {
    const { webhookUrl } = await state();
    const answer = await fetchRaw(webhookUrl, { method: 'POST', body: '{"entry":[]}' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const head = await fetchRaw(`${playground.address}/exec`, { method: 'HEAD' });
    expect(head.status).toBe(403);
    expect((await fetchRaw(`${playground.address}/macros/echo?user_content_key=x`)).status).toBe(
      404,
    );
  });
});

describe('a bad request gets a sentence', () => {
  const cases: [string, string, unknown, number][] = [
    ['POST', '/local/messages', '{"from":', 400],
    ['POST', '/local/messages', '[]', 400],
    ['POST', '/local/messages', {}, 400],
    ['POST', '/local/messages', { from: 447700900142, text: 'Link' }, 400],
    ['POST', '/local/messages', { from: AMINA }, 400],
    ['POST', '/local/messages', { from: AMINA, text: '' }, 400],
    ['POST', '/local/messages', { from: AMINA, text: 'x'.repeat(4097) }, 400],
    ['POST', '/local/messages', { from: AMINA, text: 'a', buttonId: 'b' }, 400],
    ['POST', '/local/messages', { from: AMINA, buttonId: 'nowhere' }, 400],
    ['POST', '/local/messages', { from: '12', text: 'Link' }, 400],
    ['POST', '/local/messages', { from: AMINA, txet: 'Link' }, 400],
    ['POST', '/local/clock', {}, 400],
    ['POST', '/local/clock', { advanceMs: -1 }, 400],
    ['POST', '/local/clock', { advanceMs: '60000' }, 400],
    ['POST', '/local/clock', { advanceMs: 1.5 }, 400],
    ['POST', '/local/weather', { weather: 'hail' }, 400],
    ['POST', '/local/sheet', { do: 'burn', sheet: 'Clients' }, 400],
    ['POST', '/local/sheet', { do: 'type', sheet: 'Nowhere', row: 1, column: 1, text: '' }, 400],
    ['POST', '/local/menu', { function: 'doPost' }, 400],
    ['POST', '/local/page', { name: 'doGet' }, 400],
    ['GET', '/local/sheet.json?name=Clients&from=a&to=2', undefined, 400],
    ['GET', '/local/nothing', undefined, 404],
    ['GET', '/local/messages', undefined, 405],
    ['POST', '/local/state.json', {}, 405],
    ['PUT', '/exec', {}, 405],
  ];

  test.each(cases)('%s %s %j', async (method, path, body, status) => {
    const answer = await ask(method, path, body);
    expect(answer).toEqual({ status, body: { error: expect.stringMatching(/\w.*[.?]$/s) } });
  });

  test('a page of another site is sent away', async () => {
    const answer = await fetch(`${playground.address}/local/reset`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });

  const port = () => new URL(playground.address).port;
  const own = () => `localhost:${port()}`;
  test.each([
    ['evil.example', 'GET', '/local/state.json'],
    ['evil.example', 'POST', '/local/reset'],
    ['evil.example', 'GET', '/'],
    ['evil.example', 'POST', '/exec?key=x'],
    ['localhost.evil.example', 'GET', '/local/state.json'],
    ['127.0.0.1.evil.example', 'GET', '/local/state.json'],
    ['0.0.0.0', 'GET', '/local/state.json'],
    ['192.168.1.7', 'GET', '/local/state.json'],
  ])('under the name %s nobody gets anything: %s %s', async (name, method, path) => {
    const host = `${name}:${port()}`;
    // A page whose name was made to lead here has that name as its origin too.
    for (const more of ['', `Origin: http://${host}\r\n`]) {
      const answer = await raw(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}`);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain(`The playground is at http://${own()}, not ${host}.`);
      expect(answer).not.toContain('sheets');
    }
  });

  test('nor under the right name with another port, or without a name', async () => {
    const lines = ['HTTP/1.1\r\nHost: localhost:1\r\n', 'HTTP/1.1\r\nHost: localhost\r\n'];
    for (const line of [...lines, 'HTTP/1.1\r\nHost:\r\n', 'HTTP/1.0\r\n']) {
      expect(await raw(`GET /local/state.json ${line}`)).toMatch(/^HTTP\/1\.1 403 /);
    }
  });

  test.each(['localhost', 'LocalHost', '127.0.0.1', '[::1]'])(
    'under %s it answers',
    async (name) => {
      const host = `${name}:${port()}`;
      const answer = await raw(`GET /local/state.json HTTP/1.1\r\nHost: ${host}\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  test.each([
    ['POST', '/local/reset'],
    ['GET', '/local/state.json'],
    ['POST', '/exec?key=x'],
  ])('a page of another site, or of another program here, may not %s %s', async (method, path) => {
    for (const origin of ['https://elsewhere.example', 'http://localhost:1', 'null']) {
      const answer = await raw(
        `${method} ${path} HTTP/1.1\r\nHost: ${own()}\r\nOrigin: ${origin}\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    }
  });

  test('and changes nothing', async () => {
    await write({ from: '19995550100', buttonId: 'nowhere' });
    const { body } = await ask('GET', '/local/view.json');
    expect(body.people).toHaveLength(2);
  });
});

/** What comes back for a request sent as it is: a browser's tools would write the Host line themselves. */
function raw(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(playground.address).port), '127.0.0.1', () =>
      socket.write(`${head}Connection: close\r\n\r\n`),
    );
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a shop that promises rewards', () => {
  const clock = (advanceMs: number) => ask('POST', '/local/clock', { advanceMs });
  const minutes = (many: number) => clock(many * 60_000);
  const buy = (purchase: object) => ask('POST', '/local/purchase', purchase);
  const rowsOf = async (tab: string) => {
    const [headings, ...rows] = (await state()).sheets[tab];
    return rows.map((row: string[]) =>
      Object.fromEntries(headings.map((heading: string, at: number) => [heading, row[at]])),
    );
  };

  test('the story from the join to the coupon', async () => {
    await ask('POST', '/local/reset', { rewards: true });
    playground.becomesNoon();
    await write({ from: AMINA, text: 'Link' });
    await minutes(2);
    await tap((await cardLinks())[0], BEN, 'Ben Martel');
    expect((await buy({ from: BEN, amount: '12.50', what: 'Cake' })).body).toEqual({ row: 2 });
    expect(await rowsOf('Purchases')).toMatchObject([{ Phone: BEN, What: 'Cake', Result: '' }]);
    await minutes(2);
    expect(await rowsOf('Purchases')).toMatchObject([{ Result: 'counts for Amina Yusuf' }]);
    const told = async () =>
      (await rowsOf('Rewards')).map((row: Record<string, string>) => [row.Side, row.State]);
    expect(await told()).toEqual([
      ['friend', 'waiting'],
      ['inviter', 'waiting'],
    ]);
    expect((await ask('GET', '/local/view.json')).body.rewards).toEqual({
      purchases: 1,
      states: ['waiting', 'waiting'],
    });
    await clock(25 * 3_600_000);
    expect(await told()).toEqual([
      ['friend', 'ready'],
      ['inviter', 'given'],
    ]);
    const bodies = (await state()).outbound.map(({ body }: { body: string }) => body).join('\n');
    expect(bodies).toMatch(/Here is your coupon for Ben Martel: CAKE-/);
  });

  test('a number that has no phone here may buy too', async () => {
    await ask('POST', '/local/reset', { rewards: true });
    await buy({ from: '+1 312 555 0178' });
    await minutes(2);
    expect(await rowsOf('Purchases')).toMatchObject([
      { Phone: '13125550178', Amount: '', Result: 'not a client' },
    ]);
  });

  test('without a promise there is nowhere to note a purchase, and that is said', async () => {
    expect((await ask('GET', '/local/view.json')).body.rewards).toBeNull();
    const { status, body } = await buy({ from: BEN });
    expect([status, body.error]).toEqual([400, expect.stringContaining('no tab Purchases')]);
  });

  test('a cell with a drop-down tells what it offers, and each tab how often it has changed', async () => {
    await ask('POST', '/local/reset', { rewards: true });
    const changes = async () => {
      const { sheets } = (await ask('GET', '/local/view.json')).body;
      return Object.fromEntries(
        sheets.map((tab: { name: string; changes: number }) => [tab.name, tab.changes]),
      );
    };
    const before = await changes();
    await ask('POST', '/local/sheet', {
      ...{ do: 'type', sheet: 'Rewards', row: 2, column: 7, text: 'ready' },
    });
    const after = await changes();
    expect(after.Rewards).toBe(before.Rewards + 1);
    // What the numbers come to changes along.
    expect({ ...after, Rewards: 0, Numbers: 0 }).toEqual({ ...before, Rewards: 0, Numbers: 0 });
    const { rows } = (await ask('GET', '/local/sheet.json?name=Rewards&from=1&to=2')).body;
    expect(rows[0].choices).toEqual({});
    expect(rows[1].choices[7]).toContain('given');
  });
});
