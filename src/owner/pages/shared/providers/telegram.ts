/** Telegram. */
import { looksLike } from './checks';
import type { ProviderChoice } from './choice';

export const TELEGRAM: ProviderChoice = {
  id: 'telegram',
  title: 'Telegram',
  about:
    'A bot of your own, free and ready in a minute: nobody has to approve anything. For clients who use Telegram.',
  fields: [
    {
      name: 'telegramToken',
      kind: 'secret',
      label: 'Bot token',
      where:
        'In Telegram, write /newbot to @BotFather and answer his two questions: his message has the token. You may paste all of it.',
      check: looksLike(
        /\d{6,}:[\w-]{20,}/,
        'There is no bot token in it. A token looks like 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw.',
      ),
    },
  ],
  byHand: [],
  explain: (refusal) =>
    /does not know this token/.test(refusal)
      ? {
          field: 'telegramToken',
          says: 'Copy it from @BotFather again: /mybots → your bot → API Token.',
        }
      : null,
  registers: true,
  templates: false,
  sendsAgain: true,
};
