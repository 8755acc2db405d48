/** What the stand-in accepts as a message: every limit, at it and one over it. */
import {
  ANNA,
  card,
  choices,
  interactive,
  joined,
  list,
  NUMBER,
  rows,
  template,
  text,
  world,
} from './world';

const x = (count: number) => 'x'.repeat(count);
const refusal = (message: object) => {
  const { status, json } = world().send(message);
  return status === 200
    ? 'accepted'
    : `${status} ${json.error.code} ${json.error.error_data.details}`;
};

it("answers in Meta's shape: accepted, which is not delivered", () => {
  const { status, json } = world().send(text());
  expect(status).toBe(200);
  expect(json).toEqual({
    messaging_product: 'whatsapp',
    contacts: [{ input: `+${ANNA}`, wa_id: ANNA }],
    messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/) }],
  });
});

it("refuses in Meta's shape, naming the parameter", () => {
  const { status, json } = world().send(text(''));
  expect(status).toBe(400);
  expect(json.error).toEqual({
    message: "(#100) The parameter text['body'] is required.",
    type: 'OAuthException',
    code: 100,
    error_data: {
      messaging_product: 'whatsapp',
      details: "The parameter text['body'] is required.",
    },
    fbtrace_id: expect.any(String),
  });
});

const long = { id: x(256), title: x(20) };
const within: [string, object][] = [
  ['a text of 4096', { ...text(x(4096)), text: { body: x(4096), preview_url: true } }],
  ['opaque data of 512', { ...text(), biz_opaque_callback_data: x(512) }],
  ['an answer to a message', { ...text(), context: { message_id: 'wamid.A' } }],
  [
    'a card at its limits',
    card(
      { display_text: x(20) },
      {
        header: { type: 'text', text: x(60) },
        body: { text: x(1024) },
        footer: { text: x(60) },
      },
    ),
  ],
  [
    'a card with a picture',
    card({}, { header: { type: 'image', image: { link: 'https://a.b/c' } } }),
  ],
  ['three buttons', choices(long, { id: '2', title: 'B' }, { id: '3', title: 'C' })],
  [
    'a list of ten rows',
    list(
      [
        { title: x(24), rows: rows(5) },
        { title: 'B', rows: rows(5, 5) },
      ],
      x(20),
    ),
  ],
  ['a row at its limits', list([{ rows: [{ id: x(200), title: x(24), description: x(72) }] }])],
  [
    'a list with a body of 4096',
    {
      ...list([]),
      interactive: {
        type: 'list',
        body: { text: x(4096) },
        action: { button: 'Show', sections: [{ rows: rows(1) }] },
      },
    },
  ],
  ['a template', template()],
  [
    'a reaction',
    { to: `+${ANNA}`, type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '👍' } },
  ],
];
it.each(within)('accepts %s', (_, message) => expect(refusal(message)).toBe('accepted'));

const over: [string, object, string][] = [
  [
    'no product',
    { messaging_product: undefined, ...text() },
    '100 The parameter messaging_product is required',
  ],
  [
    'another product',
    { messaging_product: 'messenger', ...text() },
    '100 Param messaging_product must be one of {WHATSAPP}',
  ],
  ['a group', { ...text(), recipient_type: 'group' }, '100 Param recipient_type'],
  ['an unknown type', { ...text(), type: 'txt' }, '100 Param type must be one of'],
  [
    'a type that is not played',
    { to: '+1', type: 'image', image: {} },
    '131051 image messages are not part of the local WhatsApp',
  ],
  [
    'a text that is an object too much',
    { to: `+${ANNA}`, text: 'Hi' },
    '100 Param text must be a JSON object',
  ],
  [
    'a misspelt key',
    { to: `+${ANNA}`, text: { body: 'Hi', preview: true } },
    '100 Unexpected key "preview" on param "text"',
  ],
  [
    'preview_url as a word',
    { to: `+${ANNA}`, text: { body: 'Hi', preview_url: 'true' } },
    "100 Param text['preview_url'] must be a boolean",
  ],
  ['a text of 4097', text(x(4097)), "100 Param text['body'] must be at most 4096 characters long"],
  [
    'opaque data of 513',
    { ...text(), biz_opaque_callback_data: x(513) },
    '100 Param biz_opaque_callback_data must be at most 512',
  ],
  [
    'a card body of 1025',
    card({}, { body: { text: x(1025) } }),
    "131009 interactive['body']['text'] length invalid. Min length: 1, Max length: 1024",
  ],
  [
    'a header of 61',
    card({}, { header: { type: 'text', text: x(61) } }),
    "131009 interactive['header']['text']",
  ],
  ['a footer of 61', card({}, { footer: { text: x(61) } }), "131009 interactive['footer']['text']"],
  [
    'a card title of 21',
    card({ display_text: x(21) }),
    "131009 interactive['action']['parameters']['display_text']",
  ],
  [
    'a card without address',
    card({ url: undefined }),
    "100 The parameter interactive['action']['parameters']['url'] is required",
  ],
  [
    'an address without scheme',
    card({ url: 'wa.me/1' }),
    "100 Param interactive['action']['parameters']['url'] is not a valid URI",
  ],
  ['no body', card({}, { body: undefined }), "100 The parameter interactive['body'] is required"],
  [
    'no buttons',
    choices(),
    '131009 Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
  ],
  ['four buttons', choices(...rows(4)), '131009 Invalid buttons count'],
  [
    'a button title of 21',
    choices({ id: '1', title: x(21) }),
    "131009 interactive['action']['buttons'][0]['reply']['title']",
  ],
  [
    'a button id of 257',
    choices({ id: x(257), title: 'A' }),
    "131009 interactive['action']['buttons'][0]['reply']['id']",
  ],
  [
    'one button id twice',
    choices({ id: '1', title: 'A' }, { id: '1', title: 'B' }),
    '131009 Duplicated button id',
  ],
  [
    'one button title twice',
    choices({ id: '1', title: 'A' }, { id: '2', title: 'A' }),
    '131009 Duplicated button title',
  ],
  [
    'one button title twice, in other letters',
    choices({ id: '1', title: 'My link' }, { id: '2', title: 'my  LINK' }),
    '131009 Duplicated button title',
  ],
  [
    'eleven rows',
    list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(5, 6) },
    ]),
    '131009 Total row count exceed max allowed count: 10',
  ],
  [
    'sections without titles',
    list([{ rows: rows(1) }, { rows: rows(1, 1) }]),
    "100 The parameter interactive['action']['sections'][0]['title'] is required",
  ],
  [
    'a row title of 25',
    list([{ rows: [{ id: '1', title: x(25) }] }]),
    "131009 interactive['action']['sections'][0]['rows'][0]['title']",
  ],
  [
    'a row id of 201',
    list([{ rows: [{ id: x(201), title: 'A' }] }]),
    "131009 interactive['action']['sections'][0]['rows'][0]['id']",
  ],
  [
    'a description of 73',
    list([{ rows: [{ id: '1', title: 'A', description: x(73) }] }]),
    "131009 interactive['action']['sections'][0]['rows'][0]['description']",
  ],
  [
    'a list button of 21',
    list([{ rows: rows(1) }], x(21)),
    "131009 interactive['action']['button']",
  ],
  [
    'a picture over a list',
    { ...interactive({ type: 'list', header: { type: 'image' } }) },
    "100 Param interactive['header']['type'] must be one of {TEXT}",
  ],
  [
    'a template that is not there',
    template('gone', []),
    '132001 template name (gone) does not exist in en',
  ],
  [
    'a template in another language',
    template('joined', joined(), 'de'),
    '132001 template name (joined) does not exist in de',
  ],
  ['a template not approved yet', template('slow', []), '132001 '],
  ['a paused template', template('paused', []), '132015 '],
  ['a disabled template', template('disabled', []), '132016 '],
  [
    'a parameter too few',
    template('joined', joined(['Ben'])),
    '132000 body: number of localizable_params (1) does not match the expected number of params (2)',
  ],
  [
    'no parameter for the link',
    template('joined', joined().slice(0, 1)),
    '131008 Button at index 0 of type Url requires a parameter',
  ],
  [
    'a line break in a parameter',
    template('joined', joined(['Ben\nB', '3'])),
    '132018 Param text cannot have new-line/tab characters',
  ],
  ['five spaces in a parameter', template('joined', joined(['Ben     B', '3'])), '132018 '],
  [
    'a parameter for a link that is not there',
    template('receipt', joined().slice(1)),
    '132012 button',
  ],
  ['a link that gets too long', template('joined', joined(['B', '3'], x(2001))), '132005 '],
];
it.each(over)('refuses %s', (_, message, reason) => {
  const { status, json } = world().send(message);
  expect(status).toBe(json.error.code === 132001 ? 404 : 400);
  expect(`${json.error.code} ${json.error.error_data?.details ?? ''}`).toContain(reason);
});

it('counts characters as JavaScript does, the strictest that Meta may', () => {
  expect(refusal(choices({ id: '1', title: '😀'.repeat(10) }))).toBe('accepted');
  expect(refusal(choices({ id: '1', title: '😀'.repeat(11) }))).toMatch('131009');
});

it('reads a body that is not declared as JSON as a form', () => {
  const w = world();
  const json = JSON.stringify({ messaging_product: 'whatsapp', ...text() });
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const refused = w.call('POST', `${NUMBER}/messages`, json, form);
  expect(refused.json.error.message).toBe('(#100) The parameter messaging_product is required.');
  const fields = new URLSearchParams({
    messaging_product: 'whatsapp',
    to: `+${ANNA}`,
    text: '{"body":"Hi"}',
  });
  expect(w.call('POST', `${NUMBER}/messages`, `${fields}`, form).status).toBe(200);
});

it('refuses a broken body', () => {
  expect(world().call('POST', `${NUMBER}/messages`, '{"to":').json.error.code).toBe(100);
});
