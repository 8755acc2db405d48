/** Telegram, played locally: one bot, the phones behind it, what its people do there, and its webhook. */
import type { Weather } from '../meta/weather';
import type { OutsideAnswer, OutsideRequest } from '../outside';
import { signInPage } from '../sign-in';
import {
  pressed,
  rewrite,
  type SingleEventOptions,
  SingleEventStandIn,
  type SingleEventState,
} from '../single-event';
import type { Bubble, Delivery, PersonOnPhone, Writing } from '../standin';
import { underWeather } from '../weather';
import { TelegramApi } from './api';
import { EXAMPLE_BOT, newBotState, type TelegramBot, type TelegramBotState } from './bot';
import { TelegramError, telegramRefusal } from './errors';
import * as updates from './updates';
import { contentOf } from './writing';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

export type TelegramOptions = SingleEventOptions &
  Partial<TelegramBot> & {
    /** The webhook's address; missing: it was registered before; '': there is none. */
    webhookUrl?: string;
    /** What `save()` gave. */
    state?: TelegramState;
  };

interface TelegramState extends SingleEventState {
  bot: TelegramBotState;
}

export class TelegramStandIn extends SingleEventStandIn {
  readonly name = 'telegram';
  readonly bot: TelegramBot;
  readonly state: TelegramBotState;
  private readonly api: TelegramApi;

  constructor({ deliver, now, state, webhookUrl, ...bot }: TelegramOptions) {
    super(
      { now, deliver: (posting) => this.post(posting, deliver) },
      // An update is sent again until it is answered with a 2xx, for a day.
      (status, age) => ((status < 200 || status > 299) && age < DAY ? MINUTE : undefined),
      state,
    );
    this.bot = { ...EXAMPLE_BOT, ...bot };
    this.state = structuredClone(state?.bot) ?? newBotState();
    if (webhookUrl !== undefined) this.state.webhook.url = webhookUrl;
    const nextNumber = () => this.nextNumber();
    const around = { phones: this.phones, queue: this.queue, now, nextNumber };
    this.api = new TelegramApi(this.bot, this.state, around);
  }

  handles(url: string): boolean {
    return url.startsWith('https://api.telegram.org/');
  }

  /** @throws Error when the person is not there, or cannot do that in this chat */
  write(person: string, writing: Writing): Delivery[] {
    const writer = this.phones.get(person);
    const chat = this.phones.chat(person);
    if (rewrite(chat, writing)) {
      return writing.kind === 'edit' ? this.edits(writer, writing.text ?? '') : [];
    }
    if (/^(reaction|request_welcome)$/.test(writing.kind ?? '')) return [];
    if (writing.buttonId !== undefined) return this.presses(writer, writing.buttonId);
    const { content, text } = contentOf(writing);
    this.starts(writer);
    const id = this.nextNumber();
    this.shown(writer, String(id), { kind: writing.kind ? 'media' : 'text', text });
    return this.happen(
      updates.messageUpdate(id, updates.telegramPerson(writer), this.now(), content),
    );
  }

  /** The person blocks the bot, or takes that back. */
  blocks(person: string, blocks = true): Delivery[] {
    const { key } = this.phones.get(person);
    this.state.blocked = this.state.blocked.filter((one) => one !== key);
    if (blocks) this.state.blocked.push(key);
    const told = updates.telegramPerson(this.phones.get(person));
    const status = blocks ? 'kicked' : 'member';
    return this.happen(updates.memberUpdate(this.nextNumber(), told, this.now(), status));
  }

  /** Something made with the builders of `updates.ts` happens, where the webhook is for such updates. */
  happen(update: object): Delivery[] {
    const { allowed } = this.state.webhook;
    const isWanted = Object.keys(update).some((kind) => allowed.includes(kind));
    const posting = { body: JSON.stringify(update), contentType: 'application/json' };
    return isWanted ? this.queue.deliverNow(posting) : [];
  }

  save(): TelegramState {
    return { ...this.saved(), bot: structuredClone(this.state) };
  }

  protected answerUnder(weather: Weather, request: OutsideRequest): OutsideAnswer {
    return underWeather(
      weather,
      () => this.api.answer(request),
      (refusal) => {
        const statuses = { error500: 500, rateLimited: 429, tokenRejected: 401 };
        const status = typeof refusal === 'string' ? statuses[refusal] : refusal.code;
        return telegramRefusal(new TelegramError(status));
      },
    );
  }

  protected withoutSecrets(request: OutsideRequest): OutsideRequest {
    return {
      ...request,
      url: withoutBotToken(request.url),
      body: request.body.replace(/([?&]key=)[^"&]+/g, '$1•••'),
    };
  }

  protected wasRead(bubble: Bubble): void {
    bubble.status = 'read';
  }

  /** The address is that of the moment; while there is none, updates wait. */
  private post(
    posting: { body: string; contentType: string },
    deliver: SingleEventOptions['deliver'],
  ): { status: number } {
    const { url } = this.state.webhook;
    if (url === '') return { status: 0 };
    const answer = signInPage(url) ?? deliver({ ...posting, ...(url ? { url } : {}) });
    if (answer.status < 200 || answer.status > 299) {
      const words = answer.status === 302 ? '302 Moved Temporarily' : String(answer.status);
      const message = `Wrong response from the webhook: ${words}`;
      this.state.webhook.lastError = { at: this.now(), message };
    }
    return answer;
  }

  private presses(writer: PersonOnPhone, buttonId: string): Delivery[] {
    const { bubble, button } = pressed(this.phones.chat(writer.key), buttonId);
    const id = this.nextNumber();
    // What is pressed stands in no chat; here it is shown, so that one sees what was done.
    this.shown(writer, String(id), { kind: 'text', text: button.title });
    const told = updates.telegramPerson(writer);
    const { text, buttons = [], at } = bubble;
    const message = updates.messageOf(Number(bubble.id), told, at, text, buttons);
    const query = `${this.now()}${String(id).padStart(6, '0')}`;
    return this.happen(updates.pressedUpdate(id, told, { query, data: button.id, message }));
  }

  private edits(writer: PersonOnPhone, text: string): Delivery[] {
    return this.happen(
      updates.editedUpdate(this.nextNumber(), updates.telegramPerson(writer), this.now(), text),
    );
  }

  /** Whoever writes has started the bot, and does not block it. */
  private starts({ key }: PersonOnPhone): void {
    if (!this.state.started.includes(key)) this.state.started.push(key);
    this.state.blocked = this.state.blocked.filter((one) => one !== key);
  }
}

/** Every address of Telegram holds the bot's token. */
export function withoutBotToken(text: string): string {
  return text.replace(/(\/bot)[^/,\s]+/g, '$1•••');
}
