/** Writes links into the column *Link* of the Clients tab, some rows at a time. */
import { keyOf } from '../../../program/people';
import type { Values, WireClient } from '../../wire';
import type { Step } from '../components/progress';
import { linkFor, type RowClient, readWire } from '../shared/client';
import { server } from '../shared/server';
import type { Context } from './context';

/** Rows of one call: it holds the lock while it writes. */
const ROWS = 1000;

/** Writes the links of some clients. @returns how many were written */
export async function writeThese(
  made: { client: RowClient; link: string }[],
  step: Step,
): Promise<number> {
  const left = [...made].sort((a, b) => a.client.row - b.client.row);
  let written = 0;
  while (left.length) {
    if (
      !step(
        made.length - left.length,
        made.length,
        `${written.toLocaleString()} of ${made.length.toLocaleString()} written`,
      )
    )
      break;
    const from = left[0]?.client.row ?? 0;
    const beyond = left.findIndex(({ client }) => client.row >= from + ROWS);
    const some = left.splice(0, beyond < 0 ? left.length : beyond);
    const last = some[some.length - 1]?.client.row ?? from;
    const links = Object.fromEntries(some.map(({ client, link }) => [keyOf(client), link]));
    written += await server.writeLinks(from, last - from + 1, links);
  }
  return written;
}

/** Writes everybody's link; of a base that is too large for the tab, that of the newest. @returns how many were written */
export async function writeEverybody(context: Context, step: Step): Promise<number> {
  const { rows, newest, large } = await server.overview();
  let written = 0;
  for (let from = large ? rows + 2 - newest.length : 2; from <= rows + 1; from += ROWS) {
    if (!step(from - 2, rows, `${written.toLocaleString()} of ${rows.toLocaleString()} written`))
      break;
    const clients = await withCodes(await server.clientRows(from, ROWS), context);
    const links: Values = {};
    for (const client of clients) links[keyOf(client)] = linkFor(client, context.settings);
    if (clients.length) written += await server.writeLinks(from, ROWS, links);
  }
  return written;
}

/** Clients with what their link needs: a code, where the invitation or a hidden number asks for it. */
async function withCodes(wire: WireClient[], { settings }: Context): Promise<RowClient[]> {
  const clients = wire.map(readWire).filter((client) => keyOf(client));
  const lacking = clients.filter(
    ({ code, phone }) => !code && (!phone || settings.invitation.includes('{code}')),
  );
  if (!lacking.length) return clients;
  const made = await server.addClients(lacking.map((client) => ({ key: keyOf(client), name: '' })));
  lacking.forEach((client, index) => {
    client.code = made[index] ? readWire(made[index].client).code : '';
  });
  return clients;
}
