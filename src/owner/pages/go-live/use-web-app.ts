/** Whether strangers reach the web app: looked at when the page opens, and whenever the owner says. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebAppLook } from '../../wire';
import { addressFinding, type Finding } from '../shared/findings';
import { server } from '../shared/server';

export interface WebApp {
  /** Null while it is looked at. */
  finding: Finding | null;
  error: unknown;
  /** Looks once more. */
  look: () => Promise<void>;
}

/** Where nobody has made a web app yet, nothing is wrong. */
function found(look: WebAppLook): Finding {
  return look.address ? addressFinding(look) : NOT_YET;
}

const NOT_YET: Finding = {
  result: 'skip',
  found: 'Its address is not known yet. Paste it below when you have made the web app.',
};

export function useWebApp(): WebApp {
  const [seen, setSeen] = useState<WebAppLook | null>(null);
  const [error, setError] = useState<unknown>(null);
  const round = useRef(0);
  const look = async () => {
    const mine = ++round.current;
    setSeen(null);
    setError(null);
    try {
      const now = await server.lookAtWebApp();
      if (mine === round.current) setSeen(now);
    } catch (problem) {
      if (mine === round.current) setError(problem);
    }
  };
  useEffect(() => void look(), []);
  return { finding: seen && found(seen), error, look };
}
