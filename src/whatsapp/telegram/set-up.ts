/** Connecting Telegram: @BotFather's token, and everything else by the Bot API. */
import { hasRewards } from '../../program/rewards/terms';
import type { Settings } from '../../program/settings';
import { string } from '../json';
import type { ProviderSetUp, Values } from '../set-up';
import { telegramCall, tokenIn } from './api';
import { telegramReason } from './errors';

/** Google runs thirty executions at once: some are left for the sheet and the trigger. */
const AT_ONCE = 20;

export const TELEGRAM_SET_UP: ProviderSetUp = {
  title: 'Telegram',
  enters: { settings: [], noted: [], secrets: ['telegramToken'] },
  identity: 'Telegram bot',
  tellsNoArrival: true,
  registersAtOnce: true,
  kept: (_, typed) => {
    const token = tokenIn(typed);
    if (token) return token;
    throw new Error(
      'This is not a bot token. @BotFather’s message has it, for example 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
    );
  },
  judge(answer) {
    const reason = telegramReason(answer);
    if (answer.status !== 401 && answer.status !== 404) return { accepted: false, reason };
    const text = 'Telegram does not know this token: copy it from @BotFather again';
    return { accepted: false, reason: { ...reason, text } };
  },
  account(ask, values) {
    const { result } = ask(telegramCall(tokenOf(values), 'getMe', {}));
    const username = string(result?.username);
    if (!username) throw new Error('Telegram did not tell the bot’s name: try again');
    return {
      name: string(result.first_name),
      number: '',
      quality: '',
      settings: { 'Telegram bot': username },
    };
  },
  register(ask, values, { address }) {
    const allowed_updates = ['message', 'callback_query', 'my_chat_member'];
    const webhook = { url: address, allowed_updates, max_connections: AT_ONCE };
    ask(telegramCall(tokenOf(values), 'setWebhook', webhook));
  },
  prepare(ask, values, settings) {
    ask(telegramCall(tokenOf(values), 'setMyCommands', { commands: menuOf(settings) }));
    return {};
  },
};

function tokenOf(values: Values): string {
  return values.telegramToken ?? '';
}

/** The bot's menu, in the owner's words. */
function menuOf({
  texts,
  words,
  terms,
  leaderboard,
}: Settings): { command: string; description: string }[] {
  const lines = [
    ['link', texts.buttonLink],
    ['referrals', texts.buttonReferrals],
    ...(leaderboard ? [['top', texts.buttonTop] as const] : []),
    hasRewards(terms) ? ['rewards', texts.buttonRewards] : ['inviter', texts.buttonInviter],
    ['stop', words.stop[0]],
    ['start', words.start[0]],
  ] as const;
  return lines.flatMap(([command, description]) =>
    description ? [{ command, description: description.slice(0, 256) }] : [],
  );
}
