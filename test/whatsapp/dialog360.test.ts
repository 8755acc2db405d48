/** 360dialog as a provider: Meta's words to another address, and 360dialog's own refusals. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { dialog360Provider } from '../../src/whatsapp/dialog360/dialog360';
import { NotReadable } from '../../src/whatsapp/provider';
import { json } from './requests';

const provider = dialog360Provider({ phoneNumberId: '106540352242922', key: 'AK' });
const meaning = (status: number, body: object | string) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const verdict = provider.judge({ status, body: text });
  return verdict.accepted ? 'accepted' : verdict.reason.meaning;
};
const own = (developerMessage: string) => ({ meta: { success: false, developerMessage } });

it("sends Meta's bodies to 360dialog with its key", () => {
  const message = { to: { waId: '491' }, body: { kind: 'text', text: 'Hi' }, ref: 'r.a0' } as const;
  const request = provider.write(message);
  expect(request).toMatchObject({
    url: 'https://waba-v2.360dialog.io/messages',
    method: 'post',
    contentType: 'application/json',
    headers: { 'D360-API-KEY': 'AK' },
  });
  expect(request.headers).not.toHaveProperty('Authorization');
  expect(JSON.parse(request.payload ?? '')).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+491',
    biz_opaque_callback_data: 'r.a0',
    type: 'text',
    text: { body: 'Hi', preview_url: false },
  });
});

it('marks as read, and types, at the same address', () => {
  const request = provider.seen('wamid.A', true);
  expect(request?.url).toBe('https://waba-v2.360dialog.io/messages');
  expect(JSON.parse(request?.payload ?? '')).toMatchObject({
    status: 'read',
    typing_indicator: { type: 'text' },
  });
});

it("reads Meta's webhooks for its number only", () => {
  const body = metaWebhook([textMessage({ from: '491701234567', text: 'Link' })]);
  expect(provider.read(json(body))).toMatchObject([{ kind: 'message', text: 'Link' }]);
  const other = metaWebhook([textMessage({ from: '491701234567', text: 'Link' })], {
    phoneNumberId: '1',
  });
  expect(provider.read(json(other))).toEqual([]);
  expect(() => provider.read(json({ typeWebhook: 'x' }))).toThrow(NotReadable);
});

it.each<[number, object | string, string]>([
  [200, { messages: [{ id: 'wamid.A' }] }, 'accepted'],
  [401, own('Invalid api_key or token expired'), 'broken'],
  [403, own('This URL is blocked.'), 'broken'],
  [403, '', 'broken'],
  [400, own('Your WhatsApp for Business API has been disabled.'), 'broken'],
  [400, own('Could not send message due to lack of payment.'), 'broken'],
  [400, own('You have exceeded the limit of 1 request every 2 seconds.'), 'later'],
  [500, own('Internal server error'), 'later'],
  [502, '<html>Bad Gateway</html>', 'later'],
  [429, '', 'later'],
  [0, '', 'unknown'],
  [200, '{"messages":[{"id', 'unknown'],
  [400, { error: { code: 131047, message: 'Re-engagement message' } }, 'window'],
  [401, { error: { code: 190, message: 'Invalid token' } }, 'broken'],
  [400, { error: { code: 100, message: 'Invalid parameter' } }, 'refused'],
])('judges HTTP %i %j: %s', (status, body, expected) => {
  expect(meaning(status, body)).toBe(expected);
});

it('says what to do where nothing goes until it is paid', () => {
  const answer = own('Could not send message due to lack of payment.');
  expect(provider.judge({ status: 400, body: JSON.stringify(answer) })).toMatchObject({
    reason: { unpaid: true, toDo: expect.stringContaining('360dialog Hub') },
  });
});
