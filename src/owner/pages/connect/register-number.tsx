/** An own number is registered with WhatsApp's API once, by the PIN of its two-step verification. */
import { ActionField } from '../components/action-field';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';

export function RegisterNumber() {
  const status = useStatus();
  const register = async (pin: string) => {
    const work = server.registerNumber(pin).then(() => true);
    const done = await status.during('Registering the number…', work);
    if (!done) return pin;
    status.say('Registered: the number is ready to use.', 'good');
    return '';
  };
  return (
    <div class="note">
      <p>
        Your number is not registered with WhatsApp’s API yet: until it is, nothing comes and
        nothing goes.
      </p>
      <ActionField
        id="pin"
        label="PIN of the number’s two-step verification"
        hint="Six digits. The number has none yet? Choose them now, and write them down: WhatsApp asks for them again when the number moves. They are not kept here."
        check={pinProblem}
        act="Register the number"
        look="action"
        work={register}
        status={status}
      />
    </div>
  );
}

function pinProblem(pin: string): string {
  return /^\d{6}$/.test(pin.trim()) ? '' : 'A PIN has six digits.';
}
