/** Looks at what Google allows: asks the web app as a stranger would, and has the one-minute trigger look at the sheet. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sight, WebAppLook } from '../../wire';
import { server } from '../shared/server';
import { askedTrigger } from '../shared/trigger';
import type { Dialog } from './dialog';

export interface GoogleLook {
  /** Null while it is waited for. */
  look: WebAppLook | null;
  /** Null when it has not run within two minutes. */
  trigger: Sight | null | 'waiting';
  error: unknown;
  /** Looks from the beginning. */
  again: () => Promise<void>;
}

/** The looking starts by itself. A round that a newer one has overtaken says nothing more. */
export function useGoogle({ learn }: Dialog): GoogleLook {
  const [seen, setSeen] = useState<Omit<GoogleLook, 'again'>>(NOTHING_YET);
  const round = useRef(0);
  const again = async () => {
    const mine = ++round.current;
    const goOn = () => mine === round.current;
    const see = (news: Partial<GoogleLook>) => {
      if (goOn()) setSeen((before) => ({ ...before, ...news }));
    };
    const webApp = async () => {
      const look = await server.lookAtWebApp();
      const { address, addressProblem, proofs } = await server.state();
      if (!goOn()) return;
      see({ look });
      // No more than that: the owner may have stored something since.
      learn({ address, addressProblem, proofs });
    };
    const trigger = async () => see({ trigger: await askedTrigger(goOn) });
    setSeen(NOTHING_YET);
    try {
      await Promise.all([webApp(), trigger()]);
    } catch (error) {
      see({ error });
    }
  };
  useEffect(() => {
    void again();
    return () => {
      round.current++;
    };
  }, []);
  return { ...seen, again };
}

const NOTHING_YET = { look: null, trigger: 'waiting' as const, error: null };
