/** How far something long has come, with a button to stop it; and the hook that does such work. */
import { useRef, useState } from 'preact/hooks';
import { Button } from './button';

/** What has been done of what there is, in numbers and in words. */
interface Going {
  done: number;
  all: number;
  words: string;
}

interface ProgressProps {
  label: string;
  going: Going;
  stop: () => void;
}

export function Progress({ label, going: { done, all, words }, stop }: ProgressProps) {
  return (
    <div class="progress">
      <progress aria-label={label} max={Math.max(all, 1)} value={done} />
      <div>
        <span>{words}</span>
        <Button look="link" work={stop}>
          Stop
        </Button>
      </div>
    </div>
  );
}

/** Tells how far something long has come. @returns false when the owner has stopped it */
export type Step = (done: number, all: number, words: string) => boolean;

/** Long work of which one goes on at a time. */
export interface LongWork {
  /** Null while there is none. */
  going: Going | null;
  stop: () => void;
  /** Begins; gives what the work gives, and whether it was stopped on the way. @throws what the work throws */
  run<T>(words: string, work: (step: Step) => Promise<T>): Promise<{ result: T; stopped: boolean }>;
}

export function useLongWork(): LongWork {
  const [going, setGoing] = useState<Going | null>(null);
  const stopped = useRef(false);
  const run: LongWork['run'] = async (words, work) => {
    stopped.current = false;
    setGoing({ done: 0, all: 1, words });
    const step: Step = (done, all, now) => {
      setGoing({ done, all, words: now });
      return !stopped.current;
    };
    try {
      return { result: await work(step), stopped: stopped.current };
    } finally {
      setGoing(null);
    }
  };
  const stop = () => {
    stopped.current = true;
  };
  return { going, stop, run };
}
