/** Tells the page of every change as it comes, with server-sent events. */
import type { ServerResponse } from 'node:http';
import type { Playground } from './playground';

/** Sends the version now and after each change, until the page has gone. */
export function followEvents(playground: Playground, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  const tell = (version: number) => response.write(`data: ${version}\n\n`);
  tell(playground.version);
  response.on('close', playground.listen(tell));
}
