/** Sends everything at once, and reads what came of each message. */
import type { Reason } from '../program/model';
import { FETCH_OPTIONS, type Services } from '../script/services';
import type { HttpAnswer, HttpRequest, Provider } from '../whatsapp/provider';
import type { Sending } from './case';

/** What came of a message: null when it was accepted. */
export type Verdicts = Map<Sending, Reason | null>;

interface Sent {
  verdicts: Verdicts;
  /** The answers to what was asked along, in its order. */
  answers: HttpAnswer[];
}

/**
 * One fetch for all messages, as far as the provider takes so many.
 *
 * @param along requests that are no messages, such as read marks
 */
export function sendAll(
  messages: Sending[],
  along: HttpRequest[],
  provider: Provider,
  services: Services,
): Sent {
  const requests = [...messages.map((message) => provider.write(message)), ...along];
  const answers = askAll(requests, services);
  const verdicts = new Map(
    messages.map((message, index) => {
      const answer = answers[index] ?? NO_ANSWER;
      return [message, notSent.get(answer) ?? judged(answer, provider)];
    }),
  );
  return { verdicts, answers: answers.slice(messages.length) };
}

/** An answer to every request; {@link NO_ANSWER} where nobody answered. */
export function askAll(requests: HttpRequest[], services: Services): HttpAnswer[] {
  const answers: HttpAnswer[] = [];
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    const some = requests.slice(from, from + AT_ONCE);
    const got = fetchAll(some, services);
    answers.push(...some.map((_, index) => got[index] ?? NO_ANSWER));
  }
  return answers;
}

/** So many requests go at once: Meta takes 80 a second, and where one fails to connect all of them are unknown. */
const AT_ONCE = 80;

const NO_ANSWER = { status: 0, body: '' };

/** In place of answers, where Google itself did not let the requests out. */
const TOO_FAST = { status: 0, body: '' };
const USED_UP = { status: 0, body: '' };

const notSent = new Map<HttpAnswer, Reason>([
  [TOO_FAST, { meaning: 'later', text: 'Google lets no more out at once' }],
  [
    USED_UP,
    {
      meaning: 'broken',
      text: 'Google lets no more out today',
      toDo: 'You need not do anything: what is waiting is sent as soon as Google allows more, within 24 hours. A Google Workspace account has five times as many.',
    },
  ],
]);

function judged(answer: HttpAnswer, provider: Provider): Reason | null {
  const verdict = provider.judge(answer);
  return verdict.accepted ? null : verdict.reason;
}

/** When one address cannot be reached the whole call throws. */
function fetchAll(requests: HttpRequest[], services: Services): HttpAnswer[] {
  try {
    return services
      .fetchAll(requests.map((request) => ({ ...request, ...FETCH_OPTIONS })))
      .map((answer) => ({ status: answer.getResponseCode(), body: answer.getContentText() }));
  } catch (error) {
    const refusal = refusalIn(String(error));
    return refusal ? requests.map(() => refusal) : [];
  }
}

/** Google's sentence may come in the owner's language; the service's name stays at its end. */
function refusalIn(error: string): HttpAnswer | null {
  if (!/: urlfetch\b/i.test(error)) return null;
  return /short time/i.test(error) ? TOO_FAST : USED_UP;
}
