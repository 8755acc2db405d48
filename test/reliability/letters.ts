/** Looks into Meta's webhooks and into the pending store for the messages in them. */
import type { Business } from '../support/business';

interface Body {
  entry: { changes: { value: { messages?: { id: string }[] } }[] }[];
}

interface Pending {
  update: { key: string };
  since: number;
  tries: number;
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

/** The messages in the pending store, oldest first, and how often sending was tried. */
export function kept(shop: Business): Map<string, number> {
  const { script } = shop.script.properties;
  const pending = shop
    .pending()
    .flatMap((key) => JSON.parse(script.get(key) ?? '[]') as Pending[])
    .sort((a, b) => a.since - b.since);
  return new Map(pending.map(({ update, tries }) => [update.key, tries]));
}
