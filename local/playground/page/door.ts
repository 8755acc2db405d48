/** The page's way to the server: asks, tells, and hears when something changed. */
import type { SheetRows, View } from '../view';

/** Asks the server. @throws Error with the server's own sentence when it refuses */
async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The playground does not answer. Is `npm start` still running?');
  });
  const answer = (await response.json()) as Answer & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The playground answered ${response.status}.`);
  return answer;
}

export const door = {
  view: () => ask<View>('GET', '/local/view.json'),
  rows: (name: string, from: number, to: number) =>
    ask<SheetRows>(
      'GET',
      `/local/sheet.json?name=${encodeURIComponent(name)}&from=${from}&to=${to}`,
    ),
  cell: (name: string, row: number, column: number) =>
    ask<{ text: string }>(
      'GET',
      `/local/cell.json?name=${encodeURIComponent(name)}&row=${row}&column=${column}`,
    ),
  /** Cells as they are copied into other programs. */
  block: async (name: string, area: object): Promise<string> => {
    const query = new URLSearchParams({ name, ...area });
    return (await ask<{ text: string }>('GET', `/local/block.json?${query}`)).text;
  },
  tell: <Answer = unknown>(path: string, body: object = {}) => ask<Answer>('POST', path, body),

  /** Calls back with the version after every change, and when the server is back after a pause. */
  listen(changed: (version: number) => void, lost: () => void): void {
    const events = new EventSource('/local/events');
    events.onmessage = (event) => changed(Number(event.data));
    events.onerror = lost;
  },
};
