/** Takes Twilio's webhook apart: a form with one message, or with the status of one of ours. */
import type { Receipt, Trouble, Update } from '../../program/model';
import { contactFrom } from '../contact';
import { failureOf } from '../failure';
import { messageText } from '../message-text';
import { NotReadable, type WebhookRequest } from '../provider';
import { twilioReason } from './errors';

/** Kinds of message that want no answer; the third are those that Twilio cannot pass on. */
const SILENT = /^(sticker|reaction|un(known|supported))$/;

type Form = Record<string, string>;

/**
 * Twilio does not say when a message was written: it arrives within seconds, and is not sent again later.
 *
 * @param accountSid ours; null: anybody's
 * @param number ours, digits: what came to another one is left out; '' where there are many
 * @throws {NotReadable} when it is none of Twilio's, or of another account
 */
export function readTwilioWebhook(
  { parameter: form }: WebhookRequest,
  accountSid: string | null,
  number: string,
  now: number,
): (Update | Receipt | Trouble)[] {
  if (accountSid !== null && form.AccountSid !== accountSid) throw new NotReadable();
  const key = form.MessageSid ?? '';
  if (form.MessageStatus) return readStatus(form, key, now);
  // `From` is a number, or the business-scoped id of somebody who hides it. The ids come with `whatsapp:` or without.
  const ids = [form.WaId, form.ExternalUserId, form.From].map(withoutChannel);
  const from = contactFrom(ids, form.ProfileName);
  if (!key || !from || form.GroupId) return [];
  if (number && form.To?.replace(/\D/g, '') !== number) return [];
  return [
    {
      kind: 'message',
      key,
      at: now,
      from,
      text: messageText(form.Body || form.ButtonText),
      ...(form.ButtonPayload && { button: form.ButtonPayload }),
      answerable: !SILENT.test(form.MessageType ?? ''),
    },
  ];
}

function withoutChannel(id: string | undefined): string | undefined {
  return id?.replace(/^whatsapp:\+?/, '');
}

/** Every message is sent with a status callback of its own, which holds the ref and whether it is by template. */
function readStatus(form: Form, sid: string, at: number): (Update | Receipt | Trouble)[] {
  const { ref, MessageStatus: status = '' } = form;
  if (!ref) return [];
  if (!/^(failed|undelivered|canceled)$/.test(status)) {
    const arrived = /^(delivered|read)$/.test(status);
    return [{ kind: 'receipt', ref, ...(arrived && { arrived }) }];
  }
  const code = Number(form.ErrorCode) || 0;
  const reason = twilioReason(code, form.ErrorMessage, form.template !== undefined);
  return failureOf(sid, at, ref, reason);
}
