/** Watches what comes in, for a quarter of an hour at most. */
import { useRef, useState } from 'preact/hooks';
import type { Arrivals } from '../../wire';
import { server } from '../shared/server';
import { pause } from '../shared/trigger';
import type { Dialog } from './dialog';

const EVERY_MS = 4000;
const LONGEST_MS = 15 * 60 * 1000;
const PATIENCE_MS = 2 * 60 * 1000;

interface Watching {
  /** What came last; null before anything was asked. */
  came: Arrivals | null;
  /** Nothing has come for long enough to look why. */
  late: boolean;
  watching: boolean;
  error: unknown;
  watch: () => Promise<void>;
}

export function useArrivals({ learn }: Dialog): Watching {
  const [seen, setSeen] = useState<Omit<Watching, 'watch'>>(NOTHING);
  const going = useRef(false);
  const watch = async () => {
    if (going.current) return;
    going.current = true;
    setSeen({ ...NOTHING, watching: true });
    const see = (news: Partial<Watching>) => setSeen((before) => ({ ...before, ...news }));
    try {
      let came = await server.watchArrivals();
      const since = came.now;
      see({ came });
      while (!isOver(came) && came.now - since < LONGEST_MS) {
        await pause(EVERY_MS);
        came = await server.arrivals();
        see({ came, late: !came.newest && came.now - since > PATIENCE_MS });
      }
      const { proofs } = await server.state();
      learn({ proofs });
    } catch (error) {
      see({ error });
    } finally {
      going.current = false;
      see({ watching: false });
    }
  };
  return { ...seen, watch };
}

const NOTHING = { came: null, late: false, watching: false, error: null };

/** Nothing more can be learnt of the newest message. */
function isOver({ newest }: Arrivals): boolean {
  return !!newest && newest.settled && (newest.delivered || newest.overdue);
}
