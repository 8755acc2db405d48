/** Bad weather: what the script gets to see, and whether the message went nevertheless. */
import type { Weather } from '../../local/whatsapp/meta/meta';
import { ANNA, NUMBER, TOKEN, text, world } from './world';

/** One send under this weather: the answer as it is, and whether the message reached the phone. */
function sendUnder(weather: Weather) {
  const w = world();
  w.meta.weather = weather;
  const answer = w.meta.answer({
    method: 'post',
    url: `${NUMBER}/messages`,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...text() }),
  });
  const arrived = w.meta.chat(ANNA).length === 2;
  return { answer, arrived, recorded: w.meta.outbound[0] };
}

it.each<[Weather, string]>([
  ['down', 'timeout'],
  ['refused', 'refused'],
])('%s: no answer, nothing sent', (weather, fault) => {
  const { answer, arrived, recorded } = sendUnder(weather);
  expect(answer).toEqual({ fault });
  expect(arrived).toBe(false);
  expect(recorded).toMatchObject({ method: 'POST', status: 0, answer: fault });
});

it('answerLost: sent, but nobody learns of it', () => {
  expect(sendUnder('answerLost')).toMatchObject({ answer: { fault: 'timeout' }, arrived: true });
});

it.each<[Weather, number, number]>([
  ['error500', 500, 131000],
  ['rateLimited', 429, 130429],
  ['tokenRejected', 401, 190],
  [{ code: 131031, status: 403 }, 403, 131031],
  [{ code: 4, status: 400 }, 400, 4],
])("%p: Meta's own refusal", (weather, status, code) => {
  const { answer, arrived } = sendUnder(weather);
  if ('fault' in answer) throw new Error('expected an answer');
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body).error).toMatchObject({ code, fbtrace_id: expect.any(String) });
  expect(arrived).toBe(false);
});

it('html: a page in place of JSON', () => {
  const { answer, arrived } = sendUnder('html');
  expect(answer).toMatchObject({ status: 502, body: expect.stringMatching(/^<!DOCTYPE html>/) });
  expect(arrived).toBe(false);
});

it('truncated: sent, but the answer breaks off', () => {
  const { answer, arrived } = sendUnder('truncated');
  if ('fault' in answer) throw new Error('expected an answer');
  expect(answer.status).toBe(200);
  expect(() => JSON.parse(answer.body)).toThrow(SyntaxError);
  expect(arrived).toBe(true);
});

it('can be decided for each request', () => {
  const w = world();
  w.meta.weather = ({ body }) => (body.includes('rain') ? 'error500' : 'fine');
  expect(w.send(text('rain')).status).toBe(500);
  expect(w.send(text('sun')).status).toBe(200);
});
