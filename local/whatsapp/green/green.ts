/** Green-API, played locally: one instance with its methods, the phones behind it, and its webhooks. */

import type { Weather } from '../meta/weather';
import type { OutsideAnswer, OutsideRequest } from '../outside';
import { signInPage } from '../sign-in';
import {
  rewrite,
  type SingleEventOptions,
  SingleEventStandIn,
  type SingleEventState,
} from '../single-event';
import type { Bubble, Delivery, PersonOnPhone, Writing } from '../standin';
import { underWeather } from '../weather';
import { GreenError, greenAnswer, greenRefusal } from './errors';
import {
  checkTypingTime,
  jsonOf,
  only,
  readChatId,
  readGreenSettings,
  readPhoneNumber,
} from './fields';
import {
  DEFAULT_SETTINGS,
  EXAMPLE_INSTANCE,
  type GreenInstance,
  type GreenInstanceState,
  type GreenSettings,
} from './instance';
import { GreenSending, lidOf, type SendingState } from './sending';
import { incomingMessage, outgoingMessage, stateChanged, textData } from './webhooks';
import { messageData } from './writing';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** The instance and the world around it. */
export type GreenOptions = SingleEventOptions &
  Partial<Omit<GreenInstance, 'settings'>> & {
    settings?: Partial<GreenSettings>;
    /** What `save()` gave. */
    state?: GreenState;
  };

interface GreenState extends SingleEventState {
  sending: SendingState;
  stateInstance: GreenInstanceState;
  usesLids?: boolean;
  settings: GreenSettings;
}

export class GreenStandIn extends SingleEventStandIn {
  readonly name = 'green';
  readonly instance: GreenInstance;
  private readonly sending: GreenSending;

  constructor({ deliver, state, settings, ...instance }: GreenOptions) {
    const address = () => this.instance.settings.webhookUrl;
    super(
      {
        now: instance.now,
        // The address is that of the moment, not that of the event.
        deliver: (posting) => {
          const url = address();
          return signInPage(url) ?? deliver({ ...posting, ...(url ? { url } : {}) });
        },
      },
      (status, age) => (status !== 200 && age < DAY ? MINUTE : undefined),
      state,
    );
    this.instance = {
      ...EXAMPLE_INSTANCE,
      ...instance,
      ...(state && { stateInstance: state.stateInstance, usesLids: state.usesLids ?? false }),
      settings: { ...DEFAULT_SETTINGS, ...settings, ...structuredClone(state?.settings) },
    };
    this.sending = new GreenSending(
      this.instance,
      this.phones,
      (webhook) => this.tell(webhook),
      () => this.nextId(),
      structuredClone(state?.sending),
    );
  }

  handles(url: string): boolean {
    return url.startsWith(`${this.instance.apiUrl}/`);
  }

  /** @throws Error when the person is not there, or cannot do that in this chat */
  write(person: string, writing: Writing): Delivery[] {
    const writer = this.phones.get(person);
    const chat = this.phones.chat(person);
    if (rewrite(chat, writing) || writing.kind === 'request_welcome') return [];
    const { data, text } = messageData(writing, chat);
    const idMessage = this.nextId();
    this.shown(writer, idMessage, { kind: writing.kind ? 'media' : 'text', text });
    if (this.instance.settings.incomingWebhook !== 'yes') return [];
    return this.happen(
      incomingMessage(this.instance, {
        idMessage,
        at: this.now(),
        chatId: this.chatOf(writer),
        name: writer.name,
        messageData: data,
      }),
    );
  }

  /** The owner writes on the phone that the instance is linked with. */
  writeInApp(person: string, text: string): Delivery[] {
    const reader = this.phones.get(person);
    const idMessage = this.nextId();
    const at = this.now();
    const bubble = { from: 'business', kind: 'text', status: 'delivered' } as const;
    this.phones.chat(person).push({ id: idMessage, at, text, ...bubble });
    if (this.instance.settings.outgoingMessageWebhook !== 'yes') return [];
    const told = { idMessage, at, chatId: this.chatOf(reader), name: reader.name };
    return this.happen(outgoingMessage(this.instance, { ...told, messageData: textData(text) }));
  }

  /** Something made with the builders of `green-webhooks.ts` happens. */
  happen(webhook: object): Delivery[] {
    if (this.instance.settings.webhookUrl === '') return [];
    return this.queue.deliverNow(posting(webhook));
  }

  /** The instance gets into another state; the messages that waited go when it is connected again. */
  setState(state: GreenInstanceState): Delivery[] {
    this.instance.stateInstance = state;
    this.sending.release();
    if (this.instance.settings.stateWebhook !== 'yes') return [];
    return this.happen(stateChanged(this.instance, state, this.now()));
  }

  save(): GreenState {
    const { settings, stateInstance, usesLids = false } = this.instance;
    const own = { settings, stateInstance, usesLids, sending: this.sending.state };
    return { ...this.saved(), ...structuredClone(own) };
  }

  protected answerUnder(weather: Weather, request: OutsideRequest): OutsideAnswer {
    return underWeather(
      weather,
      () => this.route(request),
      (refusal) => {
        const statuses = { error500: 500, rateLimited: 429, tokenRejected: 401 };
        const status = typeof refusal === 'string' ? statuses[refusal] : refusal.status;
        return greenRefusal(new GreenError(status), request.url, this.now());
      },
    );
  }

  protected withoutSecrets(request: OutsideRequest): OutsideRequest {
    return {
      ...request,
      url: withoutGreenToken(request.url),
      body: request.body.replace(/([?&]key=)[^"&]+/g, '$1•••'),
    };
  }

  protected wasRead(bubble: Bubble, person: PersonOnPhone): void {
    this.sending.report(bubble, this.chatOf(person), 'read');
  }

  private route(request: OutsideRequest): OutsideAnswer {
    const { pathname } = new URL(request.url);
    try {
      const [, id, method = '', token] = /^\/waInstance(\d+)\/(\w+)\/(\w+)$/.exec(pathname) ?? [];
      if (id === undefined) throw new GreenError(404);
      if (id !== this.instance.idInstance) throw new GreenError(403);
      if (token !== this.instance.token) throw new GreenError(401);
      return greenAnswer(this.call(`${request.method.toUpperCase()} ${method}`, request));
    } catch (error) {
      if (error instanceof GreenError) return greenRefusal(error, pathname, this.now());
      throw error;
    }
  }

  private call(method: string, request: OutsideRequest): unknown {
    switch (method) {
      case 'GET getStateInstance':
        return { stateInstance: this.instance.stateInstance };
      case 'GET getSettings':
        return { wid: `${this.instance.number}@c.us`, ...this.instance.settings };
      case 'POST setSettings':
        Object.assign(this.instance.settings, readGreenSettings(jsonOf(request)));
        return { saveSettings: true };
      case 'POST sendMessage':
        return this.sending.send(jsonOf(request));
      case 'POST sendTyping':
        checkTypingTime(jsonOf(request));
        readChatId(jsonOf(request));
        return {};
      case 'POST readChat':
        return this.readChat(jsonOf(request));
      case 'POST checkWhatsapp':
        return this.check(readPhoneNumber(jsonOf(request)));
      default:
        throw new GreenError(404);
    }
  }

  /** Whether a number is on WhatsApp, and what WhatsApp names it by. */
  private check(phone: string): { existsWhatsapp: boolean; chatId?: string } {
    if (this.instance.stateInstance !== 'authorized') {
      throw new GreenError(400, 'instance is starting or not authorized');
    }
    const person = this.phones.find(phone);
    if (!person) return { existsWhatsapp: false };
    const chatId = this.instance.usesLids ? lidOf(person) : `${this.phones.waId(person)}@c.us`;
    return { existsWhatsapp: true, chatId };
  }

  private readChat(body: Record<string, unknown>): { setRead: boolean } {
    only(body, ['chatId', 'idMessage']);
    const person = this.sending.personOf(readChatId(body));
    const chat = person ? this.phones.chat(person.key) : [];
    const seen = chat.filter(({ id, from }) => from === 'person' && (body.idMessage ?? id) === id);
    for (const bubble of seen) bubble.status = 'read';
    return { setRead: seen.length > 0 };
  }

  private tell(webhook: object): void {
    if (this.instance.settings.webhookUrl !== '') this.queue.enqueue(posting(webhook));
  }

  private chatOf(person: PersonOnPhone): string {
    const phone = this.phones.visiblePhone(person, this.now());
    return phone && !this.instance.usesLids ? `${phone}@c.us` : lidOf(person);
  }

  private nextId(): string {
    return `3EB0${this.nextNumber().toString(16).toUpperCase().padStart(16, '0')}`;
  }
}

/** Every address of Green-API ends in the instance's token. */
export function withoutGreenToken(text: string): string {
  return text.replace(/(\/waInstance[^/]*\/\w+\/)[^,\s]+/g, '$1•••');
}

function posting(webhook: object) {
  return { body: JSON.stringify(webhook), contentType: 'application/json' };
}
