/** Looks into Meta's webhooks and into the journal for the messages in them. */
import type { Business } from '../support/business';

interface Body {
  entry: { changes: { value: { messages?: Message[] } }[] }[];
}

interface Message {
  id: string;
  from?: string;
  from_user_id?: string;
  text?: { body: string };
}

interface Kept {
  update: { key: string };
  since: number;
  tries: number;
  wrote?: true;
}

/** The ids of the messages in a body, each once. */
export function messageIds(body: string): string[] {
  return [...new Set(messagesIn(body).map(({ id }) => id))];
}

/** The messages in a body: who says what. */
export function messagesIn(body: string): { id: string; sender: string; text: string }[] {
  const { entry } = JSON.parse(body) as Body;
  const values = entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  return values.flatMap(({ messages = [] }) =>
    messages.map(({ id, from, from_user_id, text }) => ({
      id,
      sender: from ?? from_user_id ?? '',
      text: text?.body ?? '',
    })),
  );
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
