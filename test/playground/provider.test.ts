/** The playground over each provider: the phones stay, the wire changes. */
import { invitationIn } from '../support/business';
import { type PlaygroundForTest, playgroundForTest } from '../support/playground';

const AMINA = '447700900142';
const BEN = '33639980117';

/** What each provider's wire looks like, and nobody else's. */
const WIRES = {
  meta: /^https:\/\/graph\.facebook\.com\/v\d+\.0\/\d+\/messages$/,
  '360dialog': /^https:\/\/waba-v2\.360dialog\.io\/messages$/,
  twilio: /^https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC\w{32}\/Messages\.json$/,
  green:
    /^https:\/\/7103\.api\.greenapi\.com\/waInstance7103000001\/(sendMessage|readChat|checkWhatsapp)\/•••$/,
  telegram: /^https:\/\/api\.telegram\.org\/bot•••\/(sendMessage|answerCallbackQuery)$/,
};
type Name = keyof typeof WIRES;
const NAMES = Object.keys(WIRES) as Name[];

let playground: PlaygroundForTest;
const ask: PlaygroundForTest['ask'] = (...args) => playground.ask(...args);
const state = async () => (await ask('GET', '/local/state.json')).body;
const view = async () => (await ask('GET', '/local/view.json')).body;
const write = (from: string, text: string) => ask('POST', '/local/messages', { from, text });
const switchTo = (provider: string) => ask('POST', '/local/provider', { provider });

beforeAll(async () => {
  playground = await playgroundForTest();
});
afterAll(() => playground.end());
beforeEach(() => ask('POST', '/local/reset'));

/** The newest link in Amina's chat, with what it fills in. */
async function invitation(): Promise<string> {
  const { chats } = await view();
  const links = chats['person-1'].flatMap(
    (bubble: { link?: { url: string } }) => bubble.link?.url ?? [],
  );
  const own = links.filter((url: string) => /wa\.me\/12025550143\?|\?start=/.test(url));
  return invitationIn(own.at(-1));
}

test.each(NAMES)('the story over %s', async (name) => {
  expect((await switchTo(name)).status).toBe(200);
  const before = (await state()).outbound.length;
  expect((await write(AMINA, 'Link')).body.delivered).toEqual([200]);
  await write(BEN, await invitation());
  await write(AMINA, 'My referrals');

  const { sheets, outbound, provider, webhookUrl } = await state();
  expect(provider).toBe(name);
  expect(webhookUrl).toMatch(/^http:\/\/localhost:\d+\/exec\?key=\w{32}$/);
  const [headings, amina, ben] = sheets.Clients;
  const shows = name !== 'telegram';
  expect(amina[headings.indexOf('Phone')]).toBe(shows ? AMINA : '');
  const key = shows ? AMINA : amina[headings.indexOf('Messenger id')];
  expect(ben[headings.indexOf('Invited by')]).toBe(key);
  expect(ben[headings.indexOf('Notice')]).toMatch(/^told/);
  for (const { url } of outbound.slice(before)) expect(url).toMatch(WIRES[name]);
  expect(sheets.Problems).toHaveLength(1);

  const { chats, happened } = await view();
  expect(chats['person-1'].at(-1).text).toMatch(/^Your referrals: 1\nBen Martel/);
  const about = happened.map((one: { about: string }) => one.about);
  expect(about).toEqual(expect.arrayContaining(['Amina Yusuf: Link', 'Amina Yusuf: My referrals']));
  const told = happened.flatMap((one: { sent: { what: string; to: string }[] }) => one.sent);
  expect(told).toContainEqual(
    expect.objectContaining({
      what: expect.stringMatching(/^Good news: Ben Martel/),
      to: expect.stringContaining(shows ? AMINA : '5000000001'),
    }),
  );
});

test('the people, their chats and the sheet stay; an old link works over the new wire', async () => {
  await write(AMINA, 'Link');
  const before = await view();
  await switchTo('twilio');
  const after = await view();
  expect([after.people, after.chats]).toEqual([before.people, before.chats]);
  await write(BEN, await invitation());
  const [headings, , ben] = (await state()).sheets.Clients;
  expect(ben[headings.indexOf('Invited by')]).toBe(AMINA);
});

test('switching back and forth loses nothing and takes nothing for a repetition', async () => {
  for (const name of [...NAMES, ...NAMES]) {
    await switchTo(name);
    await write(AMINA, 'My referrals');
  }
  const { chats } = await view();
  const answers = chats['person-1'].filter(({ text }: { text: string }) =>
    /^Nobody has/.test(text),
  );
  expect(answers).toHaveLength(2 * NAMES.length);
  const { outbound, sheets } = await state();
  for (const wire of Object.values(WIRES)) {
    expect(outbound.filter(({ url }: { url: string }) => wire.test(url)).length).toBeGreaterThan(1);
  }
  expect(sheets.Problems).toHaveLength(1);
});

test('a restart goes on with the provider that is connected, and knows the others', async () => {
  await write(AMINA, 'Link');
  await switchTo('green');
  await ask('POST', '/local/weather', { weather: 'tokenRejected' });
  playground = await playground.restart();
  const { provider, weather } = await view();
  expect([provider, weather]).toEqual(['green', 'tokenRejected']);
  await ask('POST', '/local/weather', { weather: 'fine' });
  expect((await write(AMINA, 'My referrals')).body.delivered).toEqual([200]);
  await switchTo('meta');
  await write(AMINA, 'My referrals');
  const texts = (await view()).chats['person-1'].map(({ text }: { text: string }) => text);
  expect(texts.filter((text: string) => /^Nobody has/.test(text))).toHaveLength(2);
});

test('the weather and “everything twice” stay while the provider changes', async () => {
  await ask('POST', '/local/weather', { weather: 'tokenRejected' });
  await ask('POST', '/local/twice', { twice: true });
  await switchTo('360dialog');
  expect((await write(AMINA, 'Link')).body.delivered).toEqual([200, 200]);
  const { sheets } = await state();
  expect(sheets.Problems[1].join()).toContain('Invalid api_key');
});

test('no secret of any provider is told', async () => {
  for (const name of NAMES) {
    await switchTo(name);
    await write(AMINA, 'Link');
  }
  const told = JSON.stringify([await state(), await view()]);
  const { script } = playground.playground;
  for (const name of [
    'metaToken',
    'dialog360Key',
    'twilioAuthorization',
    'greenToken',
    'telegramToken',
  ]) {
    const secret = script.properties.script.get(name);
    expect([name, told.includes(String(secret))]).toEqual([name, false]);
  }
});

test.each([{}, { provider: 'signal' }, { provider: 'twilio', more: 1 }])(
  '%j is refused with a sentence',
  async (body) => {
    expect(await ask('POST', '/local/provider', body)).toEqual({
      status: 400,
      body: { error: expect.stringMatching(/\w.*[.?]$/s) },
    });
    expect((await state()).provider).toBe('meta');
  },
);
