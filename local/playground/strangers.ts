/**
 * Who may use the playground: this machine, under its own names. A page on the internet can have its name lead to this
 * machine, and then reads whatever answers here; the name is still its own.
 */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** @throws Refusal for a request under another name, or by a page of another site; scripts send no origin */
export function refuseStrangers({ headers, socket, method, url }: IncomingMessage): void {
  const port = socket.localPort;
  const hosts = NAMES.map((name) => (port === 80 ? name : `${name}:${port}`));
  const host = headers.host?.toLowerCase();
  if (!host || !hosts.includes(host)) {
    const asked = headers.host ? `not ${headers.host}` : 'and the request names none';
    throw new Refusal(`The playground is at http://${hosts[0]}, ${asked}. Use that address.`, 403);
  }
  const { origin } = headers;
  const guarded = method !== 'GET' || url?.startsWith('/local/');
  if (guarded && origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal(`Pages of ${origin} may not use the playground.`, 403);
  }
}
