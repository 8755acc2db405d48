/** Sends everything at once, and reads what came of each message. */
import type { Planned } from '../program/decision';
import type { Reason } from '../program/model';
import { FETCH_OPTIONS, type Services } from '../script/services';
import type { HttpRequest, Provider } from '../whatsapp/provider';

/** A message and, when it was not accepted, why. */
export interface Sent {
  planned: Planned;
  reason: Reason | null;
}

/**
 * One fetch for all messages.
 *
 * @param extra requests whose answer does not matter, such as read marks
 */
export function sendAll(
  messages: Planned[],
  extra: HttpRequest[],
  provider: Provider,
  services: Services,
): Sent[] {
  const requests = [...messages.map((planned) => provider.write(planned)), ...extra];
  if (!requests.length) return [];
  const answers = fetchAll(requests, services);
  return messages.map((planned, index) => {
    const verdict = provider.judge(answers[index] ?? NO_ANSWER);
    return { planned, reason: verdict.accepted ? null : verdict.reason };
  });
}

const NO_ANSWER = { status: 0, body: '' };

/** When one address cannot be reached the whole call throws, and nobody knows what became of the others. */
function fetchAll(requests: HttpRequest[], services: Services) {
  try {
    return services
      .fetchAll(requests.map((request) => ({ ...request, ...FETCH_OPTIONS })))
      .map((answer) => ({ status: answer.getResponseCode(), body: answer.getContentText() }));
  } catch {
    return [];
  }
}
