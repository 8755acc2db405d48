/** Meta's webhooks and requests in words; 360dialog's are the same. */
import type { Described } from './described';
import { type Looked, list, record } from './fields-of';

export function describeMetaWebhook(body: Looked): string {
  const updates = list(body.entry)
    .flatMap((entry) => list(entry.changes))
    .map((change) => record(change.value))
    .flatMap((value) => [
      ...list(value.messages).map((message) => messageOf(value, message)),
      ...list(value.statuses).map(({ status }) => `Report: ${String(status)}`),
      ...list(value.user_preferences).map((one) => `Preference: ${String(one.value)}`),
    ]);
  if (updates.length > 1) {
    const reports = updates.every((update) => update.startsWith('Report:'));
    return reports ? `Report: ${updates.length} at once` : `Batch of ${updates.length}`;
  }
  return updates[0] ?? 'A webhook';
}

function messageOf(value: Looked, message: Looked): string {
  const contact = list(value.contacts)[0] ?? {};
  const name = record(contact.profile).name ?? message.from ?? message.from_user_id ?? 'Somebody';
  const reply = record(message.interactive);
  const said =
    record(message.text).body ??
    record(message.button).text ??
    record(reply.button_reply).title ??
    record(reply.list_reply).title ??
    `(${String(message.type)})`;
  return `${String(name)}: ${String(said)}`;
}

export function describeMetaRequest(sent: Looked): Described {
  if (sent.status === 'read') return { what: sent.typing_indicator ? 'Typing…' : 'Read', to: '' };
  const interactive = record(sent.interactive);
  const what =
    record(sent.text).body ??
    record(interactive.body).text ??
    (sent.template ? `Template ${String(record(sent.template).name)}` : undefined) ??
    sent.type ??
    'A request';
  return { what: String(what), to: String(sent.to ?? sent.recipient ?? '') };
}
