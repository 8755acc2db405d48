/** An own number is registered with WhatsApp's API once, by the PIN of its two-step verification. */
import { useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { StatusLine } from '../components/status';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';

export function RegisterNumber() {
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState('');
  const status = useStatus();
  const register = async () => {
    const problem = pinProblem(pin);
    setWrong(problem);
    if (problem) return focusField('pin');
    const work = server.registerNumber(pin.trim()).then(() => true);
    const done = await status.during('Registering the number…', work);
    if (!done) return;
    setPin('');
    status.say('Registered: the number is ready to use.', 'good');
  };
  return (
    <div class="note">
      <p>
        Your number is not registered with WhatsApp’s API yet: until it is, nothing comes and
        nothing goes.
      </p>
      <Field
        id="pin"
        label="PIN of the number’s two-step verification"
        value={pin}
        onInput={(value) => {
          setPin(value);
          setWrong('');
        }}
        check={pinProblem}
        error={wrong}
        hint="Six digits. The number has none yet? Choose them now, and write them down: WhatsApp asks for them again when the number moves. They are not kept here."
      >
        <Button look="action" work={register}>
          Register the number
        </Button>
      </Field>
      <StatusLine of={status} />
    </div>
  );
}

function pinProblem(pin: string): string {
  return /^\d{6}$/.test(pin.trim()) ? '' : 'A PIN has six digits.';
}
