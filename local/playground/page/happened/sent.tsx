/** One request that an execution made, with what was answered. */
import type { Sent } from '../../view';

export function isRefused({ status }: Sent): boolean {
  return status < 200 || status >= 300;
}

export function SentMessage({ sent }: { sent: Sent }) {
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
