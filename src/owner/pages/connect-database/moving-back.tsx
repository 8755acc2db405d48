/** Moves everybody back into the sheet: what will happen, how far it is, and what came of it. */
import type { DatabaseState, SwitchedOver } from '../../wire';
import { Button } from '../components/button';
import { Confirm } from '../components/confirm';
import { Progress, useLongWork } from '../components/progress';
import type { Status } from '../shared/use-status';
import { moveBack, stay } from './back';

interface MoveBackProps {
  state: DatabaseState;
  /** Where it is said what came of it. */
  status: Status;
  /** Is told when something has come of it. */
  moved: () => Promise<void>;
}

export function MoveBack({ state: { inUse, back }, status, moved }: MoveBackProps) {
  const long = useLongWork();
  const come = async () => {
    if (long.going) return false;
    const done = await status.during('', long.run('Looking whether everybody fits…', moveBack));
    await moved();
    if (!done) return false;
    if (!done.result) {
      status.say('Stopped. Everything goes on in the database; go on whenever you like.', 'good');
      return false;
    }
    status.say(saidOf(done.result), 'good');
    return true;
  };
  const leave = async () => {
    if (long.going) return;
    const done = await status.during('', long.run('Beginning…', stay));
    await moved();
    if (!done) return;
    const said = done.result
      ? 'Your clients stay in the database, and the tabs are windows of it as before.'
      : 'Stopped. Go on whenever you like; the program goes on by itself otherwise.';
    status.say(said, 'good');
  };
  return (
    <>
      {inUse && !back && (
        <Confirm title="Move back into the sheet…" yes="Move them back" work={come}>
          <p>
            Everybody and every reward comes back into the tabs Clients and Rewards, some rows at a
            time, while messages go on being answered out of the database. In the end both sides are
            compared, and only if they are the same the sheet is the place for your clients again;
            the database keeps what it holds and is no longer used.
          </p>
        </Confirm>
      )}
      {inUse && back && (
        <>
          <div class="note">
            <p>
              {back === 'coming'
                ? 'The way back into the sheet was begun and stopped. Until it goes on, new people do not show in the tab, and what you type there waits; nothing of it is lost.'
                : 'The tabs are being made windows of the database again.'}
            </p>
          </div>
          <div class="buttons">
            <Button look="action" work={come}>
              Go on moving back
            </Button>
            <Button work={leave}>Stay in the database</Button>
          </div>
        </>
      )}
      {long.going && <Progress label="Moving back" going={long.going} stop={long.stop} />}
    </>
  );
}

function saidOf({ people, referrals, rewards }: SwitchedOver): string {
  const [some, tied, given] = [people, referrals, rewards].map((count) => count.toLocaleString());
  return `Done: ${some} people, ${tied} referrals and ${given} rewards are the same on both sides, and the sheet counts from now on.`;
}
