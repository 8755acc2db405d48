/** The bot behind the stand-in, its webhook, and who has started or blocked it. */
import type { PersonOnPhone } from '../standin';

export interface TelegramBot {
  /** `<the bot's number>:<secret>`. */
  token: string;
  username: string;
  name: string;
}

export interface TelegramWebhook {
  /** Missing: it was registered before, at the address that the web app has. '': none. */
  url?: string;
  allowed: string[];
  max: number;
  /** What was wrong with the last delivery, and when, in milliseconds. */
  lastError?: { at: number; message: string };
}

/** Everything about the bot that must survive a restart. */
export interface TelegramBotState {
  webhook: TelegramWebhook;
  commands: { command: string; description: string }[];
  /** Keys of people. */
  started: string[];
  blocked: string[];
  /** When the last messages went, in milliseconds. */
  sent: number[];
}

export const EXAMPLE_BOT: TelegramBot = {
  token: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
  username: 'corner_bakery_bot',
  name: 'The Corner Bakery',
};

/** Without a wish of the bot's, updates of these kinds are delivered. */
export const DEFAULT_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'callback_query',
  'my_chat_member',
];

export function newBotState(): TelegramBotState {
  const webhook = { allowed: [...DEFAULT_UPDATES], max: 40 };
  return { webhook, commands: [], started: [], blocked: [], sent: [] };
}

/** A person's number at Telegram, which is that of their chat with the bot, too. */
export function telegramIdOf({ key }: Pick<PersonOnPhone, 'key'>): number {
  return 5_000_000_000 + Number(key.replace(/\D/g, ''));
}

/** What the program calls that person. */
export function telegramKeyOf(person: Pick<PersonOnPhone, 'key'>): string {
  return `tg:${telegramIdOf(person)}`;
}
