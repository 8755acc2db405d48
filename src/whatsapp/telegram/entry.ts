/** Telegram in the list of providers. */
import type { ProviderEntry } from '../entry';
import { parseObject } from '../json';
import { telegramProvider } from './telegram';
import { readTelegramWebhook } from './webhook';

/** The Script Property with the bot's token. */
export const TELEGRAM_TOKEN = 'telegramToken';

export const TELEGRAM: ProviderEntry = {
  id: 'telegram',
  name: 'Telegram',
  posts: ({ body }) => Number.isInteger(parseObject(body).update_id),
  peek: (request) => readTelegramWebhook(request, 0),
  create: ({ stored, now }) => telegramProvider({ token: stored[TELEGRAM_TOKEN] ?? '', now }),
};
