/** *New key*: for when the old one has become known. It says what happens to messages that still come with the old one. */
import { useState } from 'preact/hooks';
import { Confirm } from '../components/confirm';
import { server } from '../shared/server';
import type { Status } from '../shared/use-status';
import type { Dialog } from './dialog';
import { registering } from './registering';

export function NewKey({ dialog, status }: { dialog: Dialog; status: Status }) {
  const [honour, setHonour] = useState(true);
  const { choice, learn } = dialog;
  const make = async () => {
    const state = await status.during('Making a new key…', server.newWebhookKey(honour));
    if (!state) return false;
    learn(state);
    setHonour(true);
    if (state.progress.byApi) await registering(dialog, status, server.register());
    else {
      status.say('The new key is in force: give the provider the new address and key now.', 'good');
    }
    return true;
  };
  return (
    <Confirm title="New key" yes="Make a new key" work={make}>
      <p class="help">
        For when somebody knows the old one. Until the provider has the new address, messages still
        come with the old key.
      </p>
      <label class="check" for="honour">
        <input
          id="honour"
          type="checkbox"
          checked={honour}
          onChange={(event) => setHonour(event.currentTarget.checked)}
        />
        Go on taking messages with the old key for a day
      </label>
      <p class="help">
        {choice.sendsAgain
          ? 'Otherwise they are turned away, and sent again until the new address is registered: nothing is lost, but answers come late.'
          : `Otherwise they are turned away and lost: ${choice.title} does not send them again.`}
      </p>
    </Confirm>
  );
}
