/** The sixth step: a message to the owner's own phone. */
import { readPhone } from '../../../program/phone';
import { ActionField } from '../components/action-field';
import { settingsOf } from '../shared/client';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import type { Dialog } from './dialog';
import { RegisterNumber } from './register-number';

export function TestMessage({ dialog: { state, learn } }: { dialog: Dialog }) {
  const status = useStatus();
  const wrong = (text: string) => {
    const phone = readPhone(text);
    if (!phone) return 'This is not a phone number with its country code, such as +44 7700 900123.';
    const own = phone === settingsOf(state).businessNumber;
    return own ? 'This is the connected number itself: use another phone.' : '';
  };
  const send = async (typed: string) => {
    const now = await status.during('Sending…', server.sendTest(readPhone(typed) ?? ''));
    if (now) {
      learn(now);
      status.say('The message is on its way: look at your phone.', 'good');
    }
    return typed;
  };
  return (
    <>
      <ActionField
        id="own-phone"
        label="Your own phone, with country code"
        type="tel"
        start={state.progress.phone ? `+${state.progress.phone}` : ''}
        hint="Another phone than the one that is connected. You are put into the Clients tab."
        check={wrong}
        act="Send a test"
        look="action"
        work={send}
        status={status}
      />
      {/\(133010\)/.test(String(status.text)) && <RegisterNumber />}
    </>
  );
}
