/** What becomes of a message sent over Twilio: whom it reaches, why it fails, and what the reports say. */
import { header, type OutsideAnswer, type OutsideRequest } from '../outside';
import type { Phones } from '../phones';
import type { Bubble, PersonOnPhone } from '../standin';
import type { WebhookQueue } from '../webhook-queue';
import type { TwilioAccount } from './account';
import { twilioAnswer } from './errors';
import { readTwilioMessage, type TwilioMessage } from './message';
import { FORM, statusForm } from './webhooks';

/** A message's SID → whom it went to and where its statuses go. */
export type Sent = Record<string, { to: string; url: string }>;

interface Parts {
  account: TwilioAccount;
  phones: Phones;
  queue: WebhookQueue;
  /** The keys of those who joined the sandbox. */
  joined: readonly string[];
  nextSid: () => string;
  sent: Sent;
}

export class TwilioSending {
  constructor(private readonly parts: Parts) {}

  get sent(): Sent {
    return this.parts.sent;
  }

  /** `POST …/Messages.json`: accepted, which is not delivered. @throws TwilioError when Twilio refuses at once */
  send(request: OutsideRequest): OutsideAnswer {
    const isForm = header(request, 'content-type').startsWith(FORM);
    const message = readTwilioMessage(
      new URLSearchParams(isForm ? request.body : ''),
      this.parts.account,
    );
    const sid = this.parts.nextSid();
    const to = `whatsapp:${/^\d/.test(message.to) ? '+' : ''}${message.to}`;
    this.parts.sent[sid] = { to, url: message.statusCallback ?? '' };
    this.deliverTo(this.parts.phones.find(message.to), message, sid);
    const { accountSid } = this.parts.account;
    return twilioAnswer(
      {
        sid,
        account_sid: accountSid,
        to,
        body: message.bubble.text,
        status: 'queued',
        direction: 'outbound-api',
        error_code: null,
        error_message: null,
        api_version: '2010-04-01',
        uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
      },
      201,
    );
  }

  private deliverTo(person: PersonOnPhone | undefined, message: TwilioMessage, sid: string): void {
    const now = this.parts.account.now();
    const bubble: Bubble = { id: sid, from: 'business', at: now, ...message.bubble };
    if (person) this.parts.phones.chat(person.key).push(bubble);
    const code = this.failure(person, message);
    if (code !== undefined) {
      bubble.error = { code, title: `Twilio ${code}` };
      this.tell(bubble, 'failed');
      return;
    }
    if (person && /^\d/.test(message.to)) this.parts.phones.state.lastByNumber[person.key] = now;
    this.tell(bubble, 'sent');
    this.tell(bubble, 'delivered');
    if (person?.chatOpen) this.tell(bubble, 'read');
  }

  /** Why a message that was accepted fails afterwards, if it does. */
  private failure(
    person: PersonOnPhone | undefined,
    { content, bubble }: TwilioMessage,
  ): number | undefined {
    if (!person) return 63024;
    if (person.failsWith !== undefined) return person.failsWith;
    if (this.parts.account.sandboxJoin && !this.parts.joined.includes(person.key)) return 63015;
    if (content?.failsWith !== undefined) return content.failsWith;
    const open = this.parts.phones.windowOpen(person, this.parts.account.now());
    if (!open && !content?.approved) return 63016;
    if (content?.approved) return person.optedOut ? 63032 : person.limitedBy;
    // Within the window WhatsApp takes it for an interactive message, with the limits of those.
    const titles = [...(bubble.buttons ?? []), ...(content ? [bubble.link] : [])];
    const tooLong = titles.some((button) => (button?.title.length ?? 0) > 20);
    const tooMany = (bubble.buttons?.length ?? 0) > 3;
    const words = titles.map((button) => button?.title.trim().toLowerCase());
    const twice = new Set(words).size < words.length;
    return content && (bubble.text.length > 1024 || tooLong || tooMany || twice)
      ? 63021
      : undefined;
  }

  /** The next status, to the message's own callback. */
  tell(bubble: Bubble, status: 'sent' | 'delivered' | 'read' | 'failed'): void {
    bubble.status = status;
    const { to, url } = this.parts.sent[bubble.id] ?? { to: '', url: '' };
    if (!url) return;
    const error = bubble.error ? { errorCode: bubble.error.code } : {};
    this.parts.queue.enqueue(
      statusForm(this.parts.account, {
        url,
        sid: bubble.id,
        to,
        status: status === 'failed' ? 'undelivered' : status,
        ...error,
      }),
    );
  }
}
