/** Moves everybody into the database: what will happen, how far it is, and what came of it. */
import type { SwitchedOver } from '../../wire';
import { Confirm } from '../components/confirm';
import { Progress, useLongWork } from '../components/progress';
import type { Status } from '../shared/use-status';
import { moveOver } from './move';

interface MoveOverProps {
  /** Whether they are there already. */
  inUse: boolean;
  /** Where it is said what came of it. */
  status: Status;
  /** Is told when it is done. */
  moved: () => Promise<void>;
}

export function MoveOver({ inUse, status, moved }: MoveOverProps) {
  const long = useLongWork();
  const move = async () => {
    const done = await status.during('', long.run('Beginning…', moveOver));
    if (!done) return false;
    if (!done.result) {
      status.say('Stopped. Everything goes on in the sheet; go on whenever you like.', 'good');
      return false;
    }
    await moved();
    status.say(saidOf(done.result), 'good');
    return true;
  };
  return (
    <>
      {!inUse && (
        <Confirm title="Move everybody into the database" yes="Move them" work={move}>
          <p>
            Everybody of the tab Clients, with what stands in your own columns, and every reward
            goes into the database. Messages are answered meanwhile. In the end everything is
            compared, and only if it is the same the database takes over; until then the sheet
            counts. 100,000 people take some five minutes. You can stop, and go on later.
          </p>
          <p>
            The way back is a button here, as long as everybody fits into the sheet. What an earlier
            move has left in the tables is replaced. Please do not type into Clients and Rewards
            while it compares.
          </p>
        </Confirm>
      )}
      {long.going && <Progress label="Moving" going={long.going} stop={long.stop} />}
    </>
  );
}

function saidOf({ people, referrals, rewards }: SwitchedOver): string {
  const [some, tied, given] = [people, referrals, rewards].map((count) => count.toLocaleString());
  return `Done: ${some} people, ${tied} referrals and ${given} rewards are the same on both sides, and the database counts from now on.`;
}
