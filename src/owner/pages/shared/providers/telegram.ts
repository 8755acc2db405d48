/** Telegram. */
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
    },
  ],
  byHand: [],
  registers: true,
  templates: false,
  sendsAgain: true,
};
