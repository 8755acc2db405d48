/** One request that an execution made, with what was answered. */
import type { Sent } from '../../view';
import { isRefused, refusalOf } from './refusals';

export function SentMessage({ sent }: { sent: Sent }) {
  return (
    <>
      <Request sent={sent} />
      {isRefused(sent) && <Refused sent={sent} />}
    </>
  );
}

function Refused({ sent }: { sent: Sent }) {
  const { cause, cure } = refusalOf(sent);
  return (
    <div class="refusal">
      <p>{cause}</p>
      <p>{cure}</p>
    </div>
  );
}

function Request({ sent }: { sent: Sent }) {
  const { what, to, status, method, url, body, answer } = sent;
  return (
    <details class="sent">
      <summary>
        <span class="what">{what}</span>
        {to !== '' && <span class="to">to {to}</span>}
        <span class={`badge ${isRefused(sent) ? 'bad' : 'good'}`}>{status || 'no answer'}</span>
      </summary>
      <p class="address">
        {method} {url}
      </p>
      <pre>{indented(body)}</pre>
      <p class="address">Answer</p>
      <pre>{indented(answer)}</pre>
    </details>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
