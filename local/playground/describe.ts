/** Says in words what a webhook brings and what a request to a provider is for. */

/** `Amina Yusuf: Link`, `Report: read`, `Batch of 5`; what it does not know is just a webhook. */
export function describeWebhook(body: string): string {
  const updates = all(json(body), 'entry')
    .flatMap((entry) => all(entry, 'changes'))
    .map((change) => record(record(change).value))
    .flatMap((value) => [
      ...all(value, 'messages').map((message) => messageOf(value, record(message))),
      ...all(value, 'statuses').map((status) => `Report: ${String(record(status).status)}`),
      ...all(value, 'user_preferences').map((one) => `Preference: ${String(record(one).value)}`),
    ]);
  if (updates.length > 1) {
    const reports = updates.every((update) => update.startsWith('Report:'));
    return reports ? `Report: ${updates.length} at once` : `Batch of ${updates.length}`;
  }
  return updates[0] ?? 'A webhook';
}

function messageOf(value: Fields, message: Fields): string {
  const contact = record(all(value, 'contacts')[0]);
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

/** What a request to a provider is for, and to whom it goes ('' when to nobody). */
export function describeRequest(body: string): { what: string; to: string } {
  const sent = record(json(body));
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

type Fields = Record<string, unknown>;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function all(value: unknown, name: string): unknown[] {
  const found = record(value)[name];
  return Array.isArray(found) ? found : [];
}
