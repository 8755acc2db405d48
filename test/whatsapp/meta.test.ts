/** Meta's webhook as the provider reads it: what is left alone, and what cannot be read never keeps the rest back. */
import fc from 'fast-check';
import * as webhooks from '../../local/whatsapp/meta/webhooks';
import { metaProvider } from '../../src/whatsapp/meta/meta';
import { json } from './requests';

const { phoneNumberId } = webhooks.EXAMPLE_NUMBER;
const meta = metaProvider({ phoneNumberId, graphVersion: 'v26.0', token: 'hush' });
const AT = Date.UTC(2026, 5, 1);
const ANNA = { from: '447700900001', userId: 'GB.1', name: 'Anna', id: 'wamid.A', at: AT };

const read = (body: object) => meta.read(json(body));
const told = (...updates: webhooks.MetaUpdate[]) => read(webhooks.metaWebhook(updates));
const text = (more: Partial<webhooks.Sender> = {}) =>
  webhooks.textMessage({ ...ANNA, text: 'Link', ...more });

describe('fields', () => {
  it.each(['standby', 'history', 'smb_message_echoes', 'message_echoes', 'account_update'])(
    'leaves %s alone',
    (field) => expect(told({ ...text(), field })).toEqual([]),
  );

  it('reads messages, preferences, and what names no field', () => {
    const [{ changes }] = webhooks.metaWebhook([text()]).entry as [webhooks.MetaEntry];
    const withoutField = changes.map(({ value }) => ({ value }));
    const body = { object: 'whatsapp_business_account', entry: [{ changes: withoutField }] };
    expect(read(body)).toHaveLength(1);
    expect(told(text(), webhooks.userPreference({ value: 'stop', from: ANNA.from }))).toMatchObject(
      [{ kind: 'message' }, { kind: 'preference', wants: 'stop' }],
    );
  });

  it('leaves a preference alone that is neither stop nor resume', () => {
    const update = webhooks.userPreference({ value: 'resume', from: ANNA.from, at: AT });
    expect(told(update)).toMatchObject([{ wants: 'start' }]);
    const other = JSON.parse(JSON.stringify(update).replace('"value":"resume"', '"value":"pause"'));
    expect(told(other)).toEqual([]);
  });
});

it('leaves what is written in groups alone', () => {
  expect(told(text({ groupId: 'Y2FwaV9ncm91cDox' }), text({ id: 'wamid.B' }))).toMatchObject([
    { key: 'wamid.B' },
  ]);
});

describe('a changed number', () => {
  const change = { ...ANNA, newWaId: '447700900077', newUserId: 'GB.9' };
  const bare = { ...change, told: 'nothing', previous: false } as const;
  const system = (update: webhooks.MetaUpdate, more: object) => {
    const [message] = update.value.messages as { system: object }[];
    Object.assign(message?.system ?? {}, more);
    return told(update);
  };

  it('moves everything that the person was known by', () => {
    const to = { waId: '447700900077', userId: 'GB.9' };
    expect(told(webhooks.numberChange(change))).toEqual([
      { kind: 'moved', key: 'wamid.A', at: AT, from: { userId: 'GB.1' }, to },
      { kind: 'moved', key: 'wamid.A number', at: AT, from: { waId: ANNA.from }, to },
    ]);
  });

  it('believes the sentence where it names the new number, whatever the name before says', () => {
    const name = 'Eve changed from 447700900002 to 447700900077';
    expect(told(webhooks.numberChange({ ...bare, name }))).toMatchObject([
      { from: { waId: ANNA.from }, to: { waId: '447700900077' } },
    ]);
    const body = 'User Eve changed from 447700900002 to 447700900003';
    expect(system(webhooks.numberChange(bare), { body })).toEqual([]);
  });

  it.each([
    { type: 'customer_identity_changed' },
    { type: undefined },
    { wa_id: '', user_id: '' },
    { wa_id: { toString: 1 }, user_id: ['GB.9'] },
  ])('is none with %j', (more) => {
    expect(system(webhooks.numberChange(change), more)).toEqual([]);
  });
});

describe('a shared contact without a sender', () => {
  const shared = webhooks.sharedContact({ ...ANNA, phone: ANNA.from });

  it('is from whom the contacts name', () => {
    const from = { waId: ANNA.from, userId: ANNA.userId, name: 'Anna' };
    expect(told(shared)).toMatchObject([{ kind: 'message', from, answerable: true }]);
  });

  it('is left alone where the contacts are about several messages', () => {
    const other = text({ from: '447700900002', userId: 'GB.2', name: 'Ben', id: 'wamid.B' });
    expect(told(shared, other)).toMatchObject([{ key: 'wamid.B', from: { name: 'Ben' } }]);
  });
});

/** Any JSON, and what throws when it is taken for a text or a number. */
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>({ toString: 1 }, { valueOf: 1, toString: null }, [[{ toString: 1 }]]),
);

/** An element with the right names and nonsense behind them, or nonsense altogether. */
const bent = (element: object): fc.Arbitrary<unknown> =>
  fc.oneof(
    nonsense,
    fc.dictionary(fc.constantFrom(...Object.keys(element)), nonsense).map((wrong) => ({
      ...element,
      id: 'wamid.bent',
      ...wrong,
    })),
  );

const among = (good: object, example: object) =>
  fc
    .tuple(fc.array(bent(example), { maxLength: 3 }), fc.array(bent(example), { maxLength: 3 }))
    .map(([before, after]) => [...before, good, ...after]);

const first = ({ value }: webhooks.MetaUpdate, list: string): object =>
  (value[list] as object[])[0] ?? {};

it('reads a good message among any siblings', () => {
  const good = webhooks.metaWebhook([text()]);
  const [entry] = good.entry as [webhooks.MetaEntry];
  const [change] = entry.changes as [webhooks.MetaChange];
  const { value } = change;
  const [message] = value.messages as [object];
  const [contact] = value.contacts as [object];
  const failed = { id: 'wamid.C', status: 'failed', opaque: 'r', errorCode: 131047 } as const;
  const status = first(webhooks.messageStatus(failed), 'statuses');
  const stop = webhooks.userPreference({ value: 'stop', from: ANNA.from });
  const preference = first(stop, 'user_preferences');
  const move = first(webhooks.numberChange({ ...ANNA, newUserId: 'GB.9' }), 'messages');
  const bodies = fc
    .record({
      messages: fc.oneof(among(message, message), among(message, move)),
      contacts: among(contact, { profile: { name: 'Ben' }, wa_id: '447700900002' }),
      statuses: fc.oneof(nonsense, fc.array(bent(status), { maxLength: 3 })),
      user_preferences: fc.oneof(nonsense, fc.array(bent(preference), { maxLength: 3 })),
    })
    .map((lists) => ({ ...change, value: { ...value, ...lists } }))
    .chain((goodChange) => among(goodChange, change))
    .chain((changes) => among({ ...entry, changes }, entry))
    .map((entries) => ({ ...good, entry: entries }));
  fc.assert(
    fc.property(bodies, (body) => {
      expect(read(body)).toContainEqual({
        kind: 'message',
        key: 'wamid.A',
        at: AT,
        from: { waId: ANNA.from, userId: 'GB.1', name: 'Anna' },
        text: 'Link',
        answerable: true,
      });
    }),
    { numRuns: 500 },
  );
});
