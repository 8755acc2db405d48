/** Looks into Meta's webhooks and into the journal for the messages in them. */
import type { Business } from '../support/business';

interface Body {
  entry: { changes: { value: { messages?: { id: string }[] } }[] }[];
}

interface Kept {
  update: { key: string };
  since: number;
  tries: number;
  wrote?: true;
}

/** The ids of the messages in a body, each once. */
export function messageIds(body: string): string[] {
  const { entry } = JSON.parse(body) as Body;
  const values = entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  return [...new Set(values.flatMap(({ messages = [] }) => messages.map(({ id }) => id)))];
}

/** Many bodies as one. */
export function joined(bodies: string[]): string[] {
  const [first] = bodies;
  if (!first) return [];
  const entry = bodies.flatMap((body) => (JSON.parse(body) as Body).entry);
  return [JSON.stringify({ ...JSON.parse(first), entry })];
}

/** The messages in the journal, oldest first: how often they were tried, and whether their rows are written. */
export function kept(shop: Business): Map<string, { tries: number; wrote: boolean }> {
  const { script } = shop.script.properties;
  const pending = shop
    .pending()
    .flatMap((key) => JSON.parse(script.get(key) ?? '[]') as Kept[])
    .sort((a, b) => a.since - b.since);
  return new Map(pending.map(({ update, tries, wrote = false }) => [update.key, { tries, wrote }]));
}
