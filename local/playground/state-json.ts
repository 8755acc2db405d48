/** `GET /local/state.json`: everything that a script outside may want to look at. */
import type { Playground } from './playground';

export function stateOf(playground: Playground) {
  const { script, provider, outbound, history, webhookUrl } = playground.world;
  const { spreadsheet } = script;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    webhookUrl,
    provider: provider.name,
    now: iso(script.clock.now),
    sheets: Object.fromEntries(
      spreadsheet.sheetNames().map((name) => [name, spreadsheet.rows(name)]),
    ),
    outbound: outbound.map((record) => ({ ...record, at: iso(record.at) })),
    executions: history.happenings.map(({ at, function: name, calls, modelledMs, error }) => ({
      at: iso(at),
      function: name,
      calls,
      modelledMs,
      ...(error === undefined ? {} : { error }),
    })),
  };
}
