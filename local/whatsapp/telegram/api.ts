/** The methods of Telegram's API that a bot may call, with its refusals: about itself, its webhook, and messages. */
import type { OutsideAnswer, OutsideRequest } from '../outside';
import type { Phones } from '../phones';
import type { Bubble, PersonOnPhone } from '../standin';
import type { WebhookQueue } from '../webhook-queue';
import { type TelegramBot, type TelegramBotState, telegramIdOf } from './bot';
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

const MINUTE = 60 * 1000;

/** So many messages a second go through. */
const A_SECOND = 30;

/** The group of the tests, which has become a supergroup. */
const MIGRATED = { from: -1001, to: -1_001_000_000_001 };

/** Where the API finds and leaves what is not the bot's own. */
interface Surroundings {
  phones: Phones;
  queue: WebhookQueue;
  now: () => number;
  nextNumber: () => number;
}

export class TelegramApi {
  constructor(
    private readonly bot: TelegramBot,
    private readonly state: TelegramBotState,
    private readonly around: Surroundings,
  ) {}

  answer(request: OutsideRequest): OutsideAnswer {
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
    if (drop) this.around.queue.state.waiting = [];
    this.state.webhook = webhook;
    return true;
  }

  private webhookInfo(): object {
    const { url = '', allowed, max, lastError } = this.state.webhook;
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: this.around.queue.state.waiting.length,
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
    const id = this.around.nextNumber();
    const at = this.around.now();
    const status = person.chatOpen ? 'read' : 'delivered';
    const bubble: Bubble = { id: String(id), from: 'business', at, ...content, status };
    this.around.phones.chat(person.key).push(bubble);
    const { text, buttons = [] } = content;
    return updates.messageOf(id, updates.telegramPerson(person), at, text, buttons);
  }

  /** The person of a chat who can be written to. @throws TelegramError 400 or 403 */
  private reach(chatId: number): PersonOnPhone {
    if (chatId === MIGRATED.from) {
      const words = 'Bad Request: group chat was upgraded to a supergroup chat';
      throw new TelegramError(400, words, { migrate_to_chat_id: MIGRATED.to });
    }
    const person = this.around.phones.state.people.find((one) => telegramIdOf(one) === chatId);
    if (!person || !this.state.started.includes(person.key)) throw badRequest('chat not found');
    if (this.state.blocked.includes(person.key)) throw new TelegramError(403);
    if (person.failsWith !== undefined) throw new TelegramError(person.failsWith);
    return person;
  }

  private pace(): void {
    const now = this.around.now();
    this.state.sent = this.state.sent.filter((at) => now - at < 1000);
    if (this.state.sent.length >= A_SECOND) throw tooMany(1);
    this.state.sent.push(now);
  }

  private answerQuery(query: string): true {
    const [, at] = /^(\d+)\d{6}$/.exec(query) ?? [];
    if (!at || this.around.now() - Number(at) > 15 * MINUTE) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  }
}
