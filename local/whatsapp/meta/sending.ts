/** What becomes of a send request: whom it reaches, whether it is accepted, and how it fares. */

import type { Phones } from '../phones';
import type { Bubble, PersonOnPhone } from '../standin';
import type { MetaBusiness } from './business';
import type { MetaDelivery } from './delivery';
import { GraphError, titleOf } from './errors';
import { readMessage } from './message';
import type { OutgoingMessage } from './outgoing';
import { Pace } from './pace';
import type { Param } from './param';
import { wamid } from './wamid';
import { messageStatus } from './webhooks';

/** Calling codes are prefix-free: one, two or three digits. */
const CALLING_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const USER_ID = /^[A-Z]{2}\.[A-Za-z0-9.]+$/;

/** Where a message goes: to a person, to a number that nobody here has, or nowhere at all. */
interface Recipient {
  contact: { input: string; wa_id?: string; user_id?: string };
  person?: PersonOnPhone;
  phone?: string;
  userId?: string;
  dropped?: boolean;
}

export class MetaSending {
  /** What the statuses of accepted messages will need: id → opaque data. Grows with the chats. */
  readonly opaque: Record<string, string>;
  private readonly pace: Pace;

  constructor(
    private readonly business: MetaBusiness,
    private readonly phones: Phones,
    private readonly delivery: MetaDelivery,
    private readonly nextNumber: () => number,
    opaque?: Record<string, string>,
  ) {
    this.opaque = opaque ?? {};
    this.pace = new Pace(business.now, business.messagesPerSecond);
  }

  /**
   * `POST /{phone-number-id}/messages`.
   *
   * @returns the body of Meta's answer: accepted, which is not delivered
   * @throws GraphError when Meta refuses at once
   */
  send(body: Param): unknown {
    body.oneOf('messaging_product', ['whatsapp']);
    if (!this.business.registered) throw new GraphError(133010);
    if (body.has('status')) return this.markRead(body);
    body.oneOf('recipient_type', ['individual'], true);
    const message = readMessage(body, this.business.templates);
    const opaque = body.optionalString('biz_opaque_callback_data', 512);
    if (body.has('context')) body.object('context', ['message_id']).string('message_id', 512);
    const recipient = this.recipient(body);
    this.pace.take(recipient.phone ?? recipient.userId ?? '');
    if (recipient.person?.optedOut && isMarketing(message)) throw new GraphError(131050);
    const id = wamid(recipient.phone ?? recipient.userId ?? '', this.nextNumber());
    if (!recipient.dropped) this.accept(id, message, recipient, opaque);
    return {
      messaging_product: 'whatsapp',
      contacts: [recipient.contact],
      messages: [{ id, ...(message.template ? { message_status: 'accepted' } : {}) }],
    };
  }

  /** The person opened the chat: what was delivered is read. */
  read(person: PersonOnPhone): void {
    for (const bubble of this.phones.chat(person.key)) {
      if (bubble.from === 'business' && bubble.status === 'delivered') {
        this.tell(bubble, 'read', { contact: { input: '' }, person });
      }
    }
  }

  private markRead(body: Param): unknown {
    body.oneOf('status', ['read']);
    const id = body.string('message_id', 512);
    if (body.has('typing_indicator'))
      body.object('typing_indicator', ['type']).oneOf('type', ['text']);
    const bubble = this.phones.bubble(id);
    if (bubble?.from !== 'person' && !this.phones.state.received.includes(id)) {
      throw new GraphError(131009, `Param message_id: no received message has the id ${id}.`);
    }
    if (bubble) bubble.status = 'read';
    return { success: true };
  }

  /** `to` wins over `recipient`; one of them must be there. */
  private recipient(body: Param): Recipient {
    if (!body.has('to') && body.has('recipient')) {
      const userId = body.string('recipient', 256);
      if (!USER_ID.test(userId)) {
        throw new GraphError(131009, 'Param recipient is not a business-scoped user ID.');
      }
      const person = this.phones.find(userId);
      return { contact: { input: userId, user_id: userId }, userId, ...(person ? { person } : {}) };
    }
    const to = body.string('to', 256);
    // Seen with the real API: answered as if accepted, and never heard of again.
    if (USER_ID.test(to)) return { contact: { input: to, wa_id: to }, userId: to, dropped: true };
    const phone = this.dialled(to);
    const person = this.phones.find(phone);
    const waId = (person && this.phones.waId(person)) ?? phone;
    return { contact: { input: to, wa_id: waId }, phone: waId, ...(person ? { person } : {}) };
  }

  /** Without `+` a number that does not begin with the business's own country code is given it. */
  private dialled(to: string): string {
    const digits = to.replace(/[\s()+-]/g, '');
    if (!/^\d{5,20}$/.test(digits)) {
      const details = `Param to: the phone number is malformed. Please use the format: +1234567890 (got ${JSON.stringify(to)}).`;
      throw new GraphError(131009, details);
    }
    const own = this.business.displayPhoneNumber;
    const code = own.match(CALLING_CODE)?.[0] ?? '';
    const full = to.trim().startsWith('+') || digits.startsWith(code) ? digits : code + digits;
    if (full === own) throw new GraphError(131021, 'Param to: recipient and sender are the same.');
    return full;
  }

  private accept(
    id: string,
    message: OutgoingMessage,
    recipient: Recipient,
    opaque: string | undefined,
  ): void {
    const { person } = recipient;
    const now = this.business.now();
    if (opaque !== undefined) this.opaque[id] = opaque;
    const bubble: Bubble = { id, from: 'business', at: now, ...message.bubble, status: 'accepted' };
    if (person) this.phones.chat(person.key).push(bubble);
    const code = this.failure(message, person);
    if (code !== undefined) {
      bubble.error = { code, title: titleOf(code) };
      this.tell(bubble, 'failed', recipient);
      return;
    }
    if (person && recipient.phone) this.phones.state.lastByNumber[person.key] = now;
    this.tell(bubble, 'sent', recipient);
    this.tell(bubble, 'delivered', recipient);
    if (person?.chatOpen) this.tell(bubble, 'read', recipient);
  }

  /** Why an accepted message fails afterwards, if it does. */
  private failure(message: OutgoingMessage, person: PersonOnPhone | undefined): number | undefined {
    if (!person) return 131026;
    if (person.failsWith !== undefined) return person.failsWith;
    if (person.limitedBy !== undefined && isMarketing(message)) return person.limitedBy;
    const open = this.phones.windowOpen(person, this.business.now());
    return message.template || open ? undefined : 131047;
  }

  private tell(
    bubble: Bubble,
    status: 'sent' | 'delivered' | 'read' | 'failed',
    { person, phone, userId }: Recipient,
  ): void {
    bubble.status = status;
    if (status !== 'failed' && !this.business.reports) return;
    const at = this.business.now();
    const recipient = person ? this.phones.visiblePhone(person, at) : phone;
    const recipientUserId = person?.userId ?? userId;
    const opaque = this.opaque[bubble.id];
    this.delivery.enqueue(
      messageStatus({
        id: bubble.id,
        status,
        at,
        ...(recipient ? { recipient } : {}),
        ...(recipientUserId ? { recipientUserId } : {}),
        ...(opaque === undefined ? {} : { opaque }),
        ...(bubble.error ? { errorCode: bubble.error.code } : {}),
      }),
    );
  }
}

function isMarketing(message: OutgoingMessage): boolean {
  return (
    message.template !== undefined && (message.template.category ?? 'MARKETING') === 'MARKETING'
  );
}
