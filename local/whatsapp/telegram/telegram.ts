/** Telegram, played locally: one bot with the methods of its API, the phones behind it, and its webhook. */
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
import {
  EXAMPLE_BOT,
  newBotState,
  type TelegramBot,
  type TelegramBotState,
  telegramIdOf,
} from './bot';
import { badRequest, TelegramError, telegramAnswer, telegramRefusal, tooMany } from './errors';
import {
  type Json,
  jsonOf,
  only,
  readAction,
  readCommands,
  readTelegramMessage,
  readWebhook,
} from './fields';
import * as updates from './updates';
import { contentOf } from './writing';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** So many messages a second go through. */
const A_SECOND = 30;

/** The group of the tests, which has become a supergroup. */
const MIGRATED = { from: -1001, to: -1_001_000_000_001 };

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
    return this.happen(updates.messageUpdate(id, this.told(writer), this.now(), content));
  }

  /** The person blocks the bot, or takes that back. */
  blocks(person: string, blocks = true): Delivery[] {
    const { key } = this.phones.get(person);
    this.state.blocked = this.state.blocked.filter((one) => one !== key);
    if (blocks) this.state.blocked.push(key);
    const told = this.told(this.phones.get(person));
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
      () => this.route(request),
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

  private route(request: OutsideRequest): OutsideAnswer {
    const { pathname } = new URL(request.url);
    try {
      const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
      if (token === undefined || !/^\d+:[\w-]+$/.test(token)) throw new TelegramError(404);
      if (token !== this.bot.token) throw new TelegramError(401);
      return telegramAnswer(this.call(method.toLowerCase(), jsonOf(request)));
    } catch (error) {
      if (error instanceof TelegramError) return telegramRefusal(error);
      throw error;
    }
  }

  private call(method: string, body: Json): unknown {
    switch (method) {
      case 'getme':
        return this.me();
      case 'setwebhook':
        return this.setWebhook(body);
      case 'deletewebhook':
        only(body, ['drop_pending_updates']);
        return this.setWebhook({ ...body, url: '' });
      case 'getwebhookinfo':
        return this.webhookInfo();
      case 'setmycommands':
        this.state.commands = readCommands(body);
        return true;
      case 'getmycommands':
        return this.state.commands;
      case 'sendmessage':
        return this.send(body);
      case 'sendchataction':
        this.reach(readAction(body));
        return true;
      case 'answercallbackquery':
        only(body, ['callback_query_id', 'text', 'show_alert']);
        return this.answerQuery(String(body.callback_query_id ?? ''));
      default:
        throw new TelegramError(404, 'Not Found: method not found');
    }
  }

  private me(): object {
    const { token, username, name } = this.bot;
    const id = Number(token.split(':')[0]);
    return { id, is_bot: true, first_name: name, username, can_join_groups: true };
  }

  private setWebhook(body: Json): true {
    const { drop, ...webhook } = readWebhook(body);
    if (drop) this.queue.state.waiting = [];
    this.state.webhook = webhook;
    return true;
  }

  private webhookInfo(): object {
    const { url = '', allowed, max, lastError } = this.state.webhook;
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: this.queue.state.waiting.length,
      max_connections: max,
      allowed_updates: allowed,
      ...(lastError && {
        last_error_date: Math.floor(lastError.at / 1000),
        last_error_message: lastError.message,
      }),
    };
  }

  private send(body: Json): object {
    const { chatId, bubble: content } = readTelegramMessage(body);
    const person = this.reach(chatId);
    this.pace();
    const id = this.nextNumber();
    const at = this.now();
    const status = person.chatOpen ? 'read' : 'delivered';
    const bubble: Bubble = { id: String(id), from: 'business', at, ...content, status };
    this.phones.chat(person.key).push(bubble);
    return updates.messageOf(id, this.told(person), at, content.text, content.buttons ?? []);
  }

  /** The person of a chat who can be written to. @throws TelegramError 400 or 403 */
  private reach(chatId: number): PersonOnPhone {
    if (chatId === MIGRATED.from) {
      const words = 'Bad Request: group chat was upgraded to a supergroup chat';
      throw new TelegramError(400, words, { migrate_to_chat_id: MIGRATED.to });
    }
    const person = this.people().find((one) => telegramIdOf(one) === chatId);
    if (!person || !this.state.started.includes(person.key)) throw badRequest('chat not found');
    if (this.state.blocked.includes(person.key)) throw new TelegramError(403);
    if (person.failsWith !== undefined) throw new TelegramError(person.failsWith);
    return person;
  }

  private pace(): void {
    const now = this.now();
    this.state.sent = this.state.sent.filter((at) => now - at < 1000);
    if (this.state.sent.length >= A_SECOND) throw tooMany(1);
    this.state.sent.push(now);
  }

  private answerQuery(query: string): true {
    const [, at] = /^(\d+)\d{6}$/.exec(query) ?? [];
    if (!at || this.now() - Number(at) > 15 * MINUTE) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  }

  private presses(writer: PersonOnPhone, buttonId: string): Delivery[] {
    const { bubble, button } = pressed(this.phones.chat(writer.key), buttonId);
    const id = this.nextNumber();
    // What is pressed stands in no chat; here it is shown, so that one sees what was done.
    this.shown(writer, String(id), { kind: 'text', text: button.title });
    const told = this.told(writer);
    const { text, buttons = [], at } = bubble;
    const message = updates.messageOf(Number(bubble.id), told, at, text, buttons);
    const query = `${this.now()}${String(id).padStart(6, '0')}`;
    return this.happen(updates.pressedUpdate(id, told, { query, data: button.id, message }));
  }

  private edits(writer: PersonOnPhone, text: string): Delivery[] {
    return this.happen(
      updates.editedUpdate(this.nextNumber(), this.told(writer), this.now(), text),
    );
  }

  /** Whoever writes has started the bot, and does not block it. */
  private starts({ key }: PersonOnPhone): void {
    if (!this.state.started.includes(key)) this.state.started.push(key);
    this.state.blocked = this.state.blocked.filter((one) => one !== key);
  }

  private told(person: PersonOnPhone): updates.TelegramPerson {
    const { name, username } = person;
    return { id: telegramIdOf(person), name, ...(username && { username }) };
  }
}

/** Every address of Telegram holds the bot's token. */
export function withoutBotToken(text: string): string {
  return text.replace(/(\/bot)[^/,\s]+/g, '$1•••');
}
