/** The sixth step: a message to the owner's own phone. */
import { useState } from 'preact/hooks';
import { readPhone } from '../../../program/phone';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { StatusLine } from '../components/status';
import { settingsOf } from '../shared/client';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import type { Dialog } from './dialog';
import { RegisterNumber } from './register-number';

export function TestMessage({ dialog: { state, learn } }: { dialog: Dialog }) {
  const [typed, setTyped] = useState(state.progress.phone ? `+${state.progress.phone}` : '');
  const [error, setError] = useState('');
  const status = useStatus();
  const wrong = (text: string) => {
    const phone = readPhone(text);
    if (!phone) return 'This is not a phone number with its country code, such as +44 7700 900123.';
    const own = phone === settingsOf(state).businessNumber;
    return own ? 'This is the connected number itself: use another phone.' : '';
  };
  const send = async () => {
    const phone = readPhone(typed);
    setError(wrong(typed));
    if (!phone || wrong(typed)) return focusField('own-phone');
    const now = await status.during('Sending…', server.sendTest(phone));
    if (!now) return;
    learn(now);
    status.say('The message is on its way: look at your phone.', 'good');
  };
  const type = (text: string) => {
    setTyped(text);
    setError('');
  };
  return (
    <>
      <Field
        id="own-phone"
        label="Your own phone, with country code"
        type="tel"
        value={typed}
        onInput={type}
        check={wrong}
        error={error}
        hint="Another phone than the one that is connected. You are put into the Clients tab."
      >
        <Button look="action" work={send}>
          Send a test
        </Button>
      </Field>
      <StatusLine of={status} />
      {/\(133010\)/.test(String(status.text)) && <RegisterNumber />}
    </>
  );
}
