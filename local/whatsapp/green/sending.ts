/** What becomes of a message given to Green-API: queued while the instance is not connected, then on the phone. */

import type { Phones } from '../phones';
import type { Bubble, PersonOnPhone } from '../standin';
import { GreenError } from './errors';
import { readGreenMessage } from './fields';
import type { GreenInstance } from './instance';
import { messageStatus, outgoingApiMessage, quotaExceeded, textData } from './webhooks';

const DAY = 24 * 60 * 60 * 1000;

/** A message that waits for the instance. */
interface Queued {
  id: string;
  chatId: string;
  bubble: Pick<Bubble, 'kind' | 'text' | 'link'>;
  at: number;
}

export interface SendingState {
  queued: Queued[];
  /** The chats of this month, while the plan limits them. */
  chats: string[];
}

export class GreenSending {
  readonly state: SendingState;

  constructor(
    private readonly instance: GreenInstance,
    private readonly phones: Phones,
    private readonly tell: (webhook: object) => void,
    private readonly nextId: () => string,
    state?: SendingState,
  ) {
    this.state = state ?? { queued: [], chats: [] };
  }

  /** `sendMessage`: taken, which is not sent. @throws GreenError when it is refused at once */
  send(body: Record<string, unknown>): { idMessage: string } {
    const { chatId, bubble } = readGreenMessage(body);
    this.countChat(chatId);
    const id = this.nextId();
    this.state.queued.push({ id, chatId, bubble, at: this.instance.now() });
    this.release();
    return { idMessage: id };
  }

  /** Sends what is queued once the instance is connected; what is a day old is dropped. */
  release(): void {
    if (this.instance.stateInstance !== 'authorized') return;
    for (const queued of this.state.queued.splice(0)) {
      if (this.instance.now() - queued.at < DAY) this.deliver(queued);
    }
  }

  /** The next status, where the settings ask for it; failures cannot be switched off. */
  report(
    bubble: Bubble,
    chatId: string,
    status: NonNullable<Bubble['status']>,
    description?: string,
  ): void {
    bubble.status = status;
    const wanted = this.instance.settings.outgoingWebhook === 'yes' || status === 'failed';
    if (!wanted) return;
    const told = status === 'failed' && bubble.error?.code === 404 ? 'noAccount' : status;
    const at = this.instance.now();
    const more = description ? { description } : {};
    this.tell(
      messageStatus(this.instance, { chatId, idMessage: bubble.id, status: told, at, ...more }),
    );
  }

  /** The person whose chat that is. */
  personOf(chatId: string): PersonOnPhone | undefined {
    const [id = '', server] = chatId.split('@');
    return server === 'lid'
      ? this.phones.state.people.find((person) => lidOf(person) === chatId)
      : this.phones.find(id);
  }

  private deliver({ id, chatId, bubble: content }: Queued): void {
    const person = this.personOf(chatId);
    const at = this.instance.now();
    const bubble: Bubble = { id, from: 'business', at, ...content };
    if (person) this.phones.chat(person.key).push(bubble);
    if (this.instance.settings.outgoingAPIMessageWebhook === 'yes') {
      const told = { idMessage: id, at, chatId, name: '', messageData: textData(content.text) };
      this.tell(outgoingApiMessage(this.instance, told));
    }
    if (!person || person.failsWith !== undefined) {
      bubble.error = { code: person?.failsWith ?? 404, title: 'Not delivered' };
      this.report(bubble, chatId, 'failed', person && `Error ${person.failsWith}`);
      return;
    }
    this.report(bubble, chatId, 'sent');
    this.report(bubble, chatId, 'delivered');
    if (person.chatOpen) this.report(bubble, chatId, 'read');
  }

  private countChat(chatId: string): void {
    const { chats } = this.instance;
    if (chats === undefined || this.state.chats.includes(chatId)) return;
    if (this.state.chats.length < chats) {
      this.state.chats.push(chatId);
      return;
    }
    this.tell(quotaExceeded(this.instance, chats, this.instance.now()));
    throw new GreenError(466, 'Quota exceeded', {
      invokeStatus: { method: 'sendMessage', used: 1, total: -1, status: 'QUOTE_ALLOWED' },
      correspondentsStatus: {
        used: chats,
        total: chats,
        status: 'CORRESPONDENTS_QUOTE_EXCEEDED',
        description: 'Monthly quota has been exceeded.',
      },
    });
  }
}

/** How WhatsApp Web names somebody whose number is hidden. */
export function lidOf({ userId }: PersonOnPhone): string {
  return `${userId.replace(/\D/g, '')}@lid`;
}
