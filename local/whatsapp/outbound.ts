/** Keeps what the script sent, with every secret masked: shown on pages and read by tests. */
import type { OutsideAnswer, OutsideRequest } from './outside';
import type { OutboundRecord } from './standin';

const MASK = '•••';
const SECRET_HEADER = /authorization|key|token|secret/i;
const SECRET_QUERY = /([?&](?:[\w.]*token|key|access_token|password)=)[^&#"\\\s]+/gi;
const SECRET_FIELD = /("verify_token"\s*:\s*")(?:[^"\\]|\\.)*"/g;

/** The record of one request: headers, query and fields that hold secrets are masked. */
export function outboundRecord(
  at: number,
  request: OutsideRequest,
  answer: OutsideAnswer,
): OutboundRecord {
  const lost = 'fault' in answer;
  return {
    at,
    method: request.method.toUpperCase(),
    url: masked(request.url),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        SECRET_HEADER.test(name) ? value.replace(/^(\w+ )?.*$/s, `$1${MASK}`) : value,
      ]),
    ),
    body: masked(request.body).replace(SECRET_FIELD, `$1${MASK}"`),
    status: lost ? 0 : answer.status,
    answer: lost ? answer.fault : masked(answer.body),
  };
}

function masked(text: string): string {
  return text.replace(SECRET_QUERY, `$1${MASK}`);
}
