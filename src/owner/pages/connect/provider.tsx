/** The second step: which provider carries the messages. */
import { PROVIDERS } from '../shared/providers';
import type { Dialog } from './dialog';

export function ProviderChoices({ dialog }: { dialog: Dialog }) {
  return (
    <fieldset>
      <legend class="hidden">Provider</legend>
      {PROVIDERS.map((choice) => {
        const chosen = choice === dialog.choice;
        return (
          <label class="choice" key={choice.id}>
            <input
              type="radio"
              name="provider"
              value={choice.id}
              checked={chosen}
              onChange={() => dialog.choose(choice)}
            />
            <span>
              <strong>{choice.title}</strong>
              <span class="help">{choice.about}</span>
              {chosen && choice.warning && <span class="help waiting">{choice.warning}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
