/** A business, people and a web app that remembers, for the tests of the local WhatsApp. */
import { type MetaOptions, MetaStandIn } from '../../local/whatsapp/meta/meta';
import type { MetaBody } from '../../local/whatsapp/meta/webhooks';

export const HOUR = 3_600_000;
export const TOKEN = 'EAAJBtoken';
export const GRAPH = 'https://graph.facebook.com/v26.0';
export const NUMBER = `${GRAPH}/106540352242922`;
export const WABA = `${GRAPH}/102290129340398`;
export const ANNA = '16505551234';

/** A stand-in with Anna, whose window is open, and with everything that reached the web app. */
export function world(options: Partial<MetaOptions> = {}) {
  const state = { now: Date.UTC(2026, 8, 1), appStatus: 200, onWebhook: (_body: string) => {} };
  const received: { body: string; url?: string }[] = [];
  const meta = new MetaStandIn({
    now: () => state.now,
    token: TOKEN,
    templates: [
      { name: 'joined', language: 'en', status: 'APPROVED', bodyParameters: 2, urlButton: true },
      {
        name: 'receipt',
        language: 'en',
        status: 'APPROVED',
        bodyParameters: 0,
        category: 'UTILITY',
      },
      { name: 'slow', language: 'en', status: 'PENDING', bodyParameters: 0 },
      { name: 'paused', language: 'en', status: 'PAUSED', bodyParameters: 0 },
      { name: 'disabled', language: 'en', status: 'DISABLED', bodyParameters: 0 },
    ],
    deliver: (webhook) => {
      received.push(webhook);
      state.onWebhook(webhook.body);
      return { status: state.appStatus };
    },
    ...options,
  });
  if (!options.state) {
    meta.addPerson({ name: 'Anna', phone: ANNA });
    meta.write(ANNA, { text: 'Hello' });
    received.length = 0;
  }

  const call = (method: string, url: string, body?: unknown, headers = {}) => {
    const answer = meta.answer({
      method,
      url,
      headers: {
        Authorization: `Bearer ${TOKEN}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    });
    if ('fault' in answer) throw new Error(answer.fault);
    return { status: answer.status, json: JSON.parse(answer.body) };
  };
  const send = (message: object) =>
    call('POST', `${NUMBER}/messages`, { messaging_product: 'whatsapp', ...message });
  const bodies = () => received.map(({ body }) => JSON.parse(body) as MetaBody);
  return { meta, state, received, call, send, bodies };
}

export type World = ReturnType<typeof world>;

/** What one list of the values held, over all bodies that arrived. */
export function listed(bodies: MetaBody[], key: string): Record<string, unknown>[] {
  return bodies.flatMap(({ entry }) =>
    entry.flatMap(({ changes }) =>
      changes.flatMap(({ value }) => (value[key] ?? []) as Record<string, unknown>[]),
    ),
  );
}

export const text = (body = 'Hi', to: object = { to: `+${ANNA}` }) => ({ ...to, text: { body } });

export const interactive = (interactive: object) => ({
  to: `+${ANNA}`,
  type: 'interactive',
  interactive: { body: { text: 'Choose' }, ...interactive },
});

export const card = (parameters: object = {}, more: object = {}) =>
  interactive({
    type: 'cta_url',
    ...more,
    action: {
      name: 'cta_url',
      parameters: { display_text: 'Open', url: 'https://wa.me/1?text=Hi', ...parameters },
    },
  });

export const choices = (...replies: { id: string; title: string }[]) =>
  interactive({
    type: 'button',
    action: { buttons: replies.map((reply) => ({ type: 'reply', reply })) },
  });

export const list = (sections: object[], button = 'Show') =>
  interactive({ type: 'list', action: { button, sections } });

export const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: `Row ${index}` }));

export const template = (name = 'joined', components: object[] = joined(), language = 'en') => ({
  to: `+${ANNA}`,
  type: 'template',
  template: { name, language: { code: language }, components },
});

export const joined = (values = ['Ben', '3'], suffix = '1555?text=Hi') => [
  { type: 'body', parameters: values.map((value) => ({ type: 'text', text: value })) },
  { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: suffix }] },
];
