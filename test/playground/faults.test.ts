/** The door's faults: death and errors at a call, posts inside each other, quotas that end, answers that are lost. */
import { type PlaygroundForTest, playgroundForTest } from '../support/playground';

const AMINA = '447700900142';
const BEN = '33639980117';
const CLARA = '13125550178';

let playground: PlaygroundForTest;
/** The business's number, by the provider's id for it. */
let ours: string;
const ask: PlaygroundForTest['ask'] = (...args) => playground.ask(...args);
const faults = (body: object) => ask('POST', '/local/faults', body);
const write = (from: string, text: string) => ask('POST', '/local/messages', { from, text });
const state = async () => (await ask('GET', '/local/state.json')).body;
const posts = async () =>
  (await state()).executions.filter((one: { function: string }) => one.function === 'doPost');
const clients = async () => {
  const [headings, ...rows] = (await state()).sheets.Clients as string[][];
  return rows.map((cells) => cells[headings?.indexOf('Phone') ?? 0]);
};

/** A text of somebody as Meta posts it. */
const webhook = (from: string, id = `wamid.${from}`) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '1', phone_number_id: ours },
              contacts: [{ profile: { name: from }, wa_id: from }],
              messages: [
                {
                  from,
                  id,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: { body: 'Link' },
                },
              ],
            },
          },
        ],
      },
    ],
  });

beforeAll(async () => {
  playground = await playgroundForTest();
});
afterAll(() => playground.end());
beforeEach(async () => {
  await ask('POST', '/local/reset');
  const settings: string[][] = (await state()).sheets.Settings;
  ours = settings.find(([name]) => name === 'Phone number id')?.[1] ?? '';
});

test('an execution dies, and what it had begun is finished later', async () => {
  await faults({ dieAt: { call: 6, when: 'after' } });
  await write(AMINA, 'Link');
  expect((await posts())[0].error).toBe('The execution died at call 6');
  await ask('POST', '/local/clock', { advanceMs: 10 * 60_000 });
  expect(await clients()).toEqual([AMINA]);
});

test('a call throws', async () => {
  const { body } = await faults({ throwAt: { call: 1, message: 'Service unavailable' } });
  expect(body.throwAt).toEqual({ call: 1, message: 'Service unavailable' });
  await write(AMINA, 'Link');
  expect((await faults({})).body.throwAt).toBeUndefined();
});

test('others run in the middle of a call, and one of them dies', async () => {
  await faults({
    interruptAt: {
      call: 2,
      posts: [
        { body: webhook(BEN), faults: { dieAt: { call: 1, when: 'before' } } },
        { body: webhook(CLARA) },
      ],
    },
  });
  await write(AMINA, 'Link');
  const errors = (await posts()).flatMap(({ error }: { error?: string }) => error ?? []);
  expect(errors).toEqual(['The execution died at call 1']);
  expect((await clients()).sort()).toEqual([CLARA, AMINA]);
});

test('a quota ends and returns', async () => {
  await faults({ limits: { fetches: 0 } });
  await write(AMINA, 'Link');
  expect((await state()).outbound).toEqual([]);
  const { body } = await faults({ limits: { fetches: 20_000 } });
  expect(body.usedToday.fetches).toBe(0);
  await write(BEN, 'Link');
  await ask('POST', '/local/clock', { advanceMs: 3_600_000 });
  const sent = (await state()).outbound.map(({ body }: { body: string }) => body).join();
  expect(sent).toContain(AMINA);
  expect(sent).toContain(BEN);
});

test('an answer is lost, another is 429', async () => {
  await faults({ answers: ['lost', 429] });
  await write(AMINA, 'Link');
  expect((await state()).outbound.length).toBeGreaterThan(0);
  expect((await faults({})).body.answers).not.toContain('lost');
  const { body } = await faults({ answers: [{ status: 400, body: '{"error":{}}' }, 'timeout'] });
  expect(body.answers).toEqual([{ status: 400, body: '{"error":{}}' }, { fault: 'timeout' }]);
});

test('posts that arrive together run inside each other, and each person has one row', async () => {
  const { webhookUrl } = await state();
  const people = Array.from({ length: 12 }, (_, i) => `4477009001${10 + i}`);
  const answers = await Promise.all(
    [...people, ...people].map((from) =>
      fetch(webhookUrl, {
        method: 'POST',
        body: webhook(from),
        redirect: 'manual',
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const begun = (await posts()).map(({ at }: { at: string }) => Date.parse(at));
  expect(new Set(begun).size).toBeGreaterThan(1);
  await ask('POST', '/local/clock', { advanceMs: 10 * 60_000 });
  expect((await clients()).sort()).toEqual(people);
});

test.each([
  [{ dieAt: 3 }, '"dieAt" must be a JSON object.'],
  [{ dieAt: { call: 0, when: 'after' } }, '"call" must be a whole number from 1 to 1000.'],
  [{ dieAt: { call: 1, when: 'never' } }, '"when" must be one of: before, after.'],
  [{ answers: 'lost' }, '"answers" must be a list.'],
  [{ weather: 'bad' }, /^"weather" means nothing here/],
])('%j is refused', async (body, message) => {
  const answer = await faults(body);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatch(message);
});
