/** Webhooks on their way: at once, held, batched, twice, shuffled, and again until answered with 200. */
import { accountUpdate, type MetaBody } from '../../local/whatsapp/meta/webhooks';
import { ANNA, HOUR, listed, text, world } from './world';

const MINUTE = 60_000;
const texts = (bodies: MetaBody[]) =>
  listed(bodies, 'messages').map((message) => (message.text as { body: string }).body);
const write = (w: ReturnType<typeof world>, count: number) => {
  for (let index = 0; index < count; index++) w.meta.write(ANNA, { text: `${index}` });
};

it('delivers what a person writes at once, and gives the answer back', () => {
  const w = world();
  w.state.appStatus = 302;
  expect(w.meta.write(ANNA, { text: 'Hi' })).toEqual([
    { at: w.state.now, attempt: 1, status: 302, body: w.received[0]?.body },
  ]);
});

it('delivers statuses that a delivery gave rise to in the same run', () => {
  const w = world();
  w.state.onWebhook = (body) => {
    if (body.includes('"status":"delivered"') && w.received.length === 2) w.send(text('Thanks'));
  };
  w.send(text());
  w.meta.pump();
  expect(listed(w.bodies(), 'statuses').map(({ status }) => status)).toEqual([
    'sent',
    'delivered',
    'sent',
    'delivered',
  ]);
  expect(w.meta.pump()).toEqual([]);
});

it('sends everything twice, word for word', () => {
  const w = world();
  w.meta.delivery.times = 2;
  write(w, 1);
  expect(w.received).toHaveLength(2);
  expect(w.received[0]?.body).toBe(w.received[1]?.body);
});

it('holds what happens until it is flushed', () => {
  const w = world();
  w.meta.delivery.hold = true;
  write(w, 3);
  w.meta.pump();
  expect(w.received).toEqual([]);
  w.meta.flush();
  expect(w.bodies().map((body) => texts([body]))).toEqual([['0'], ['1'], ['2']]);
});

it('sends many in one POST: several entries, changes and messages', () => {
  const w = world();
  w.meta.delivery.batch = true;
  write(w, 5);
  w.send(text());
  w.meta.happen(accountUpdate('account_update', { event: 'VERIFIED_ACCOUNT' }));
  w.meta.flush();
  expect(w.received).toHaveLength(1);
  const [body] = w.bodies();
  expect(body?.entry.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    ['messages', 'messages'],
    ['messages', 'messages'],
    ['account_update'],
  ]);
  expect(texts(w.bodies())).toEqual(['0', '1', '2', '3', '4']);
  expect(listed(w.bodies(), 'statuses')).toHaveLength(2);
});

it('never puts messages and statuses into one change', () => {
  const w = world();
  w.meta.delivery.batch = true;
  write(w, 1);
  w.send(text());
  w.meta.flush();
  const values = w.bodies().flatMap((body) => body.entry[0]!.changes.map(({ value }) => value));
  expect(values.some((value) => 'messages' in value && 'statuses' in value)).toBe(false);
});

it('puts at most 1,000 updates into one POST', () => {
  const w = world();
  w.meta.delivery.batch = true;
  write(w, 1001);
  w.meta.flush();
  expect(w.bodies().map((body) => texts([body]).length)).toEqual([1000, 1]);
});

it('shuffles by a seed: another order, the same one each time, nothing lost', () => {
  const order = (seed: number) => {
    const w = world();
    Object.assign(w.meta.delivery, { hold: true, shuffle: seed });
    write(w, 8);
    w.meta.flush();
    return texts(w.bodies());
  };
  expect(order(1)).not.toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  expect(order(1)).toEqual(order(1));
  expect(order(2)).not.toEqual(order(1));
  expect([...order(2)].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
});

describe('an answer other than 200', () => {
  it('is followed by the same body after 1, 2, 4… minutes', () => {
    const w = world();
    w.state.appStatus = 500;
    write(w, 1);
    const start = w.state.now;
    const attempts: number[] = [];
    for (let minute = 1; minute <= 16; minute++) {
      w.state.now = start + minute * MINUTE;
      for (const { attempt } of w.meta.pump()) attempts.push(minute, attempt);
    }
    expect(attempts).toEqual([1, 2, 3, 3, 7, 4, 15, 5]);
    expect(new Set(w.received.map(({ body }) => body)).size).toBe(1);
  });

  it.each([204, 302, 404])('ends when it becomes 200: %i', (status) => {
    const w = world();
    w.state.appStatus = status;
    write(w, 1);
    expect(w.meta.nextDueAt()).toBe(w.state.now + MINUTE);
    w.state.appStatus = 200;
    w.state.now += MINUTE;
    expect(w.meta.pump()).toHaveLength(1);
    expect(w.meta.nextDueAt()).toBeUndefined();
  });

  it('is given up after seven days', () => {
    const w = world();
    w.state.appStatus = 500;
    write(w, 1);
    const start = w.state.now;
    for (let due = w.meta.nextDueAt(); due; due = w.meta.nextDueAt()) {
      w.state.now = due;
      w.meta.pump();
    }
    expect(w.state.now - start).toBeGreaterThan(3 * 24 * HOUR);
    expect(w.state.now - start).toBeLessThanOrEqual(7 * 24 * HOUR);
  });
});

it('goes on after a restart where it was', () => {
  const w = world();
  w.state.appStatus = 500;
  write(w, 1);
  w.send({ ...text('Before'), biz_opaque_callback_data: 'n1' });
  const again = world({ state: JSON.parse(JSON.stringify(w.meta.save())), now: () => w.state.now });
  w.state.now += MINUTE;
  again.meta.openChat(ANNA);
  again.meta.pump();
  expect(again.received[0]?.body).toBe(w.received[0]?.body);
  expect(
    listed(again.bodies(), 'statuses').map((status) => status.biz_opaque_callback_data),
  ).toEqual(['n1', 'n1', 'n1']);
  const before = again.meta.chat(ANNA).map(({ id }) => id);
  again.meta.write(ANNA, { text: 'After' });
  expect(before).not.toContain(again.meta.chat(ANNA).at(-1)?.id);
  expect(again.meta.outbound).toEqual(w.meta.outbound);
});
