/** The internet as a file describes it: what is answered at which address. */
import type { Outside, OutsideAnswer } from '../types';

interface Written {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  tookMs?: number;
  fault?: string;
}

/** A request of the script, and what came of it. */
export interface Exchange {
  method: string;
  url: string;
  body: string;
  answer: string;
}

/**
 * Answers by the longest address that a request's begins with; nobody else is reachable.
 *
 * @param seen gets every request
 * @throws Error when `described` is no object of addresses
 */
export function internet(described: unknown, seen: Exchange[]): Outside {
  if (typeof described !== 'object' || described === null || Array.isArray(described)) {
    throw new Error('It wants {"https://…": {"status": 200, "body": …}}.');
  }
  const known = Object.entries(described as Record<string, Written>);
  known.sort(([a], [b]) => b.length - a.length);
  for (const [address, written] of known) check(address, written);
  return ({ method, url, body }) => {
    const written = known.find(([address]) => url.startsWith(address))?.[1];
    const answer = answered(written);
    const told = 'fault' in answer ? toldFault(answer.fault, !written) : toldAnswer(answer);
    seen.push({ method, url, body, answer: told });
    return answer;
  };
}

const KNOWN = new Set(['status', 'headers', 'body', 'tookMs', 'fault']);
const FAULTS = ['timeout', 'refused', 'dns'];

function check(address: string, written: Written): void {
  const isObject = typeof written === 'object' && written !== null;
  const strange = isObject ? Object.keys(written).find((key) => !KNOWN.has(key)) : undefined;
  if (!isObject || strange !== undefined) {
    throw new Error(
      `${address} has ${strange ? `"${strange}"` : 'no object'}; it takes ${[...KNOWN].join(', ')}.`,
    );
  }
  if (written.fault !== undefined && !FAULTS.includes(written.fault)) {
    throw new Error(`${address} has the fault "${written.fault}"; there are ${FAULTS.join(', ')}.`);
  }
}

function answered(written: Written | undefined): OutsideAnswer {
  if (!written) return { fault: 'dns' };
  const { status = 200, headers, body = '', tookMs, fault } = written;
  if (fault) return { fault: fault as 'timeout' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    body: text,
    ...(headers ? { headers } : {}),
    ...(tookMs === undefined ? {} : { tookMs }),
  };
}

function toldFault(fault: string, unknown: boolean): string {
  return unknown ? 'nobody is there; say in --answers what comes back' : fault;
}

function toldAnswer({ status, body }: { status: number; body: string }): string {
  return `${status} ${body}`.trim();
}
