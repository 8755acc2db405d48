/** What it means that a request was not taken: the cause, and what to do. */
import type { Sent } from '../../view';

interface Refusal {
  cause: string;
  cure: string;
}

export function isRefused({ status }: Sent): boolean {
  return status < 200 || status >= 300;
}

/** @param sent a request that {@link isRefused} */
export function refusalOf({ status, answer }: Sent): Refusal {
  const said = saidIn(answer);
  if (status === 0) {
    return {
      cause: 'No answer came, so it is not known whether the message was sent.',
      cure: 'The script keeps it and tries again. You need not do anything.',
    };
  }
  if (status === 401 || /access token|unauthorized/i.test(said)) {
    return {
      cause: `The provider refuses the access token${said && `: “${said}”`}.`,
      cure: 'Make a new one, and enter it under Referrals → Connect…',
    };
  }
  if (status === 429 || status >= 500) {
    return {
      cause: `The provider cannot take it just now${said && `: “${said}”`}.`,
      cure: 'The script waits and tries again. You need not do anything.',
    };
  }
  return {
    cause: `The provider refuses this message${said && `: “${said}”`}.`,
    cure: 'The tab Problems says what the owner can do; if it was a notice, its row says why it waits.',
  };
}

/** The provider's own sentence: each puts it somewhere else. */
function saidIn(answer: string): string {
  try {
    const { error, message, description } = JSON.parse(answer);
    return String(error?.message ?? message ?? description ?? '').replace(/\.$/, '');
  } catch {
    return '';
  }
}
