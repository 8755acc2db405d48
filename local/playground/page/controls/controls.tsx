/** The controls at the top: the clock, the provider and its weather, everything twice, start over. */
import { useApp, useView } from '../app';
import { Icon } from '../icon';
import { confirm } from '../over/questions';
import { Clock } from './clock';
import { Weather } from './weather';

export function Controls() {
  return (
    <div class="controls">
      <Clock />
      <Weather />
      <Twice />
      <StartOver />
    </div>
  );
}

function Twice() {
  const app = useApp();
  const { twice } = useView();
  return (
    <label
      class="group switch"
      title="Every message reaches the script twice, as it sometimes does in real life"
    >
      <input
        type="checkbox"
        role="switch"
        checked={twice}
        aria-checked={twice}
        onChange={({ currentTarget }) => app.tell('/local/twice', { twice: currentTarget.checked })}
      />
      <span class="knob" aria-hidden="true" />
      Everything twice
    </label>
  );
}

function StartOver() {
  const app = useApp();
  const begin = async () => {
    const sure = await confirm(
      app.over,
      'Start over?',
      'The sheet, the chats and everything that happened here will be deleted.',
      'Start over',
    );
    if (sure && (await app.tell('/local/reset'))) app.forgetHand();
  };
  return (
    <button type="button" class="group over" onClick={begin}>
      <Icon name="again" />
      Start over
    </button>
  );
}
