/** What an HTTP status says by itself. */
import { httpReason } from '../../src/whatsapp/http-reason';

it.each([
  [0, 'unknown', 'Acme gave no answer that can be read (HTTP 0)'],
  [200, 'unknown', 'Acme gave no answer that can be read (HTTP 200)'],
  [400, 'refused', 'Acme refuses the message (HTTP 400)'],
  [401, 'broken', 'Acme refuses the access (HTTP 401)'],
  [403, 'broken', 'Acme refuses the access (HTTP 403)'],
  [404, 'broken', 'Acme refuses the access (HTTP 404)'],
  [429, 'later', 'Acme is busy or down (HTTP 429)'],
  [503, 'later', 'Acme is busy or down (HTTP 503)'],
])('%i: %s', (status, meaning, text) => {
  expect(httpReason('Acme', status)).toEqual({ meaning, text });
});

it("prefers the provider's own sentence", () => {
  expect(httpReason('Acme', 400, 'too long').text).toBe('Acme: too long (HTTP 400)');
});
