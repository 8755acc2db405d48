/** Saves what has been typed: all of it, or nothing while one of the texts cannot be used. */
import type { State } from '../../wire';
import { Button } from '../components/button';
import { focusField } from '../components/field';
import { StatusLine } from '../components/status';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import type { Drafts } from './drafts';

interface SaveProps {
  drafts: Drafts;
  learn: (state: State) => void;
  /** Shows a text. */
  choose: (name: string) => void;
}

export function Save({ drafts, learn, choose }: SaveProps) {
  const status = useStatus();
  const names = Object.keys(drafts.changes);
  const save = async () => {
    if (!names.length) return status.say('Nothing has been changed.');
    const wrong = names.find((one) => drafts.problemOf(one));
    if (wrong) {
      choose(wrong);
      status.say(`${wrong}: ${drafts.problemOf(wrong)}`, 'bad');
      return focusField('text');
    }
    const written = await status.during('Saving…', server.writeTexts(drafts.changes));
    if (!written) return;
    learn(written.state);
    drafts.saved(written.changed);
    if (written.kept.length) {
      const words = `Changed in the sheet in the meantime, and left as they are there: ${written.kept.join(', ')}. Press the button again to save yours.`;
      return status.say(words, 'bad');
    }
    status.say('Saved: the next message uses it.', 'good');
  };
  return (
    <>
      <div class="buttons">
        <Button look="action" work={save}>
          {names.length > 1 ? `Save ${names.length} texts` : 'Save'}
        </Button>
      </div>
      <StatusLine of={status} />
    </>
  );
}
