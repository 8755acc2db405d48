/** Builders of webhook bodies: any number of entries, changes, messages and statuses in one POST. */
import { statusError } from './errors';
import type { MetaUpdate } from './update';

export * from './inbound';
export type { MetaUpdate };

/** The business number that a change is about. */
export interface BusinessNumber {
  wabaId: string;
  phoneNumberId: string;
  /** Digits. */
  displayPhoneNumber: string;
}

/** The number of Meta's own examples: what builders use unless told otherwise. */
export const EXAMPLE_NUMBER: BusinessNumber = {
  wabaId: '102290129340398',
  phoneNumberId: '106540352242922',
  displayPhoneNumber: '15550783881',
};

export interface MetaChange {
  field: string;
  value: Record<string, unknown>;
}

export interface MetaEntry {
  id: string;
  changes: MetaChange[];
}

export interface MetaBody {
  object: 'whatsapp_business_account';
  entry: MetaEntry[];
}

/**
 * A whole webhook body with one entry. Neighbouring updates of one kind share a change, as with
 * Meta: a change holds messages or statuses, never both.
 *
 * @example metaWebhook([textMessage({ from: '16505551234', text: 'Link' })])
 */
export function metaWebhook(
  updates: readonly MetaUpdate[],
  number: Partial<BusinessNumber> = {},
): MetaBody {
  return metaBody([metaEntry(metaChanges(updates, number), number.wabaId)]);
}

/** A body of several entries. */
export function metaBody(entry: MetaEntry[]): MetaBody {
  return { object: 'whatsapp_business_account', entry };
}

/** An entry of several changes. */
export function metaEntry(changes: MetaChange[], wabaId = EXAMPLE_NUMBER.wabaId): MetaEntry {
  return { id: wabaId, changes };
}

/** The changes that tell these updates about one number. */
export function metaChanges(
  updates: readonly MetaUpdate[],
  number: Partial<BusinessNumber> = {},
): MetaChange[] {
  const about = { ...EXAMPLE_NUMBER, ...number };
  const changes: MetaChange[] = [];
  let last: MetaUpdate | undefined;
  for (const update of updates) {
    const change = changes.at(-1);
    if (change && last && !update.bare && shape(last) === shape(update)) {
      append(change.value, update.value);
    } else {
      changes.push({
        field: update.field,
        value: update.bare ? update.value : around(update, about),
      });
    }
    last = update;
  }
  return changes;
}

/** How a message that the business sent fared. */
export function messageStatus(s: {
  id: string;
  status: 'sent' | 'delivered' | 'read' | 'failed' | 'played';
  recipient?: string;
  recipientUserId?: string;
  at?: number;
  opaque?: string;
  /** For `failed`. */
  errorCode?: number;
}): MetaUpdate {
  const status = {
    id: s.id,
    status: s.status,
    timestamp: String(Math.floor((s.at ?? Date.now()) / 1000)),
    ...(s.recipient ? { recipient_id: s.recipient } : {}),
    ...(s.recipientUserId ? { recipient_user_id: s.recipientUserId } : {}),
    ...(s.opaque === undefined ? {} : { biz_opaque_callback_data: s.opaque }),
    ...(s.errorCode === undefined ? {} : { errors: [statusError(s.errorCode)] }),
  };
  return { field: 'messages', value: { statuses: [status] } };
}

/** The person stopped or resumed this business's marketing messages. */
export function userPreference(p: {
  value: 'stop' | 'resume';
  from?: string;
  userId?: string;
  name?: string;
  at?: number;
}): MetaUpdate {
  const who = {
    ...(p.from ? { wa_id: p.from } : {}),
    ...(p.userId ? { user_id: p.userId } : {}),
  };
  const preference = {
    ...who,
    detail: `User requested to ${p.value} marketing messages`,
    category: 'marketing_messages',
    value: p.value,
    timestamp: Math.floor((p.at ?? Date.now()) / 1000),
  };
  const contact = { profile: { name: p.name ?? 'Somebody' }, ...who };
  return {
    field: 'user_preferences',
    value: { contacts: [contact], user_preferences: [preference] },
  };
}

/** The owner wrote in the WhatsApp Business app, to somebody whose number is shown or hidden. */
export function appEcho(e: {
  id: string;
  business: string;
  to?: string;
  userId?: string;
  text: string;
  at: number;
}): MetaUpdate {
  const person = {
    ...(e.to ? { wa_id: e.to } : {}),
    ...(e.userId ? { user_id: e.userId } : {}),
  };
  const echo = {
    id: e.id,
    from: e.business,
    ...(e.to ? { to: e.to } : {}),
    ...(e.userId ? { to_user_id: e.userId } : {}),
    timestamp: String(Math.floor(e.at / 1000)),
    type: 'text',
    text: { body: e.text },
  };
  return { field: 'smb_message_echoes', value: { contacts: [person], message_echoes: [echo] } };
}

/** Something went wrong at Meta's that belongs to no message. */
export function errorUpdate(code: number): MetaUpdate {
  return { field: 'messages', value: { errors: [statusError(code)] } };
}

/** News of another field: `account_update`, `message_template_status_update`, … */
export function accountUpdate(field: string, value: Record<string, unknown>): MetaUpdate {
  return { field, value, bare: true };
}

function around(update: MetaUpdate, number: BusinessNumber): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: number.displayPhoneNumber,
      phone_number_id: number.phoneNumberId,
    },
    ...structuredClone(update.value),
  };
}

function shape(update: MetaUpdate): string {
  return update.bare ? '' : `${update.field}:${Object.keys(update.value)}`;
}

/** Adds the update's lists to the change's; somebody who is in the contacts already is not repeated. */
function append(value: Record<string, unknown>, added: Record<string, unknown>): void {
  for (const [key, items] of Object.entries(added)) {
    const list = value[key] as unknown[];
    const known = new Set(list.map((item) => JSON.stringify(item)));
    for (const item of items as unknown[]) {
      if (key !== 'contacts' || !known.has(JSON.stringify(item))) list.push(structuredClone(item));
    }
  }
}
