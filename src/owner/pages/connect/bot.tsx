/** The last step with Telegram: the owner's own link comes from the bot, and a friend tries it. */
import type { State } from '../../wire';
import { OpenLink } from '../components/button';
import { settingsOf } from '../shared/client';

export function BotFriend({ state }: { state: State }) {
  const { telegramBot } = settingsOf(state);
  return (
    <>
      <p>
        Press “My link” in your bot’s chat and send what comes to a friend. The friend taps the
        link, then Start: you are told right away, and the referral is in the Clients tab.
      </p>
      <div class="buttons">
        <OpenLink href={`https://t.me/${telegramBot}`}>Open the bot</OpenLink>
      </div>
    </>
  );
}
