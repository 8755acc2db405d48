/** What a referral link shows to whoever gets it: the inviter's number, or a code that tells nobody a number. */
import { useState } from 'preact/hooks';
import { isTelegram } from '../../../program/settings';
import type { State } from '../../wire';
import { settingsOf } from '../shared/client';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import { Button } from './button';
import { StatusLine } from './status';

type Shows = 'phone' | 'code';

const HINTS: Record<Shows, string> = {
  phone:
    'The friend sees a number that they know. But a link is passed on: whoever gets it has your client’s number, even in a public group. And since anybody can type a number, the welcome names no inviter.',
  code: 'The friend sees a short code, such as k7m2p9xa. Nobody learns a number from a link, nobody can make one up, and the welcome names the person who invited them.',
};

interface LinksChoiceProps {
  state: State;
  /** Takes over what the script tells. */
  learn: (state: State) => void;
}

export function LinksChoice({ state, learn }: LinksChoiceProps) {
  const settings = settingsOf(state);
  const now: Shows = settings.invitation.includes('{phone}') ? 'phone' : 'code';
  const [chosen, choose] = useState<Shows>(now);
  const status = useStatus();
  // At Telegram every link has the code.
  if (isTelegram(settings)) return null;
  const change = async () => {
    if (chosen === now) return status.say('The links already look like that.');
    const from = state.settings.Invitation ?? '';
    const to = settings.invitation.replace(`{${now}}`, `{${chosen}}`);
    const work = server.writeTexts({ Invitation: { from, to } });
    const written = await status.during('Changing the links…', work);
    if (!written) return;
    learn(written.state);
    if (written.kept.length)
      return status.say('The sheet has changed in the meantime: open this again.', 'bad');
    const shows = chosen === 'code' ? 'a code' : 'the number';
    status.say(`New links show ${shows}. Links already out there keep working.`, 'good');
  };
  return (
    <section aria-label="Links">
      <label for="links">Referral links show</label>
      <div class="with-button">
        <select
          id="links"
          value={chosen}
          aria-describedby="links-hint"
          onChange={({ currentTarget }) => choose(currentTarget.value as Shows)}
        >
          <option value="phone">the inviter’s phone number</option>
          <option value="code">a code instead (more private)</option>
        </select>
        <Button work={change}>Change the links</Button>
      </div>
      <p class="help" id="links-hint">
        {HINTS[chosen]}
      </p>
      <StatusLine of={status} />
    </section>
  );
}
