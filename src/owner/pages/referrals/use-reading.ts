/** A tab as far as it has been read, kept in step with the screen. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Reader } from './reading';

/** While pages arrive, the screen is drawn again at most so often. */
const REDRAW_MS = 250;

/** How large a tab is, and its newest rows. */
interface Beginning {
  rows: number;
  newest: unknown[];
}

/** What is kept of a tab. */
interface Begun<Kept> {
  /** With the newest rows in it. */
  kept: Kept;
  /** Reads more rows into it. */
  take: (from: number, count: number) => Promise<void>;
}

/**
 * Reads the rest of a tab when its beginning has come. A newer one begins again.
 *
 * @returns what is kept by now, and how to have it drawn after a change
 */
export function useReading<Kept>(
  beginning: Beginning,
  begin: () => Begun<Kept>,
): { kept: Kept; reader: Reader; redraw: () => void } {
  const [, setDrawn] = useState(0);
  const { kept, reader, redraw, end } = useMemo(() => {
    let drawn = 0;
    let waiting = 0;
    const redrawSoon = () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(
        () => {
          drawn = Date.now();
          setDrawn(drawn);
        },
        Math.max(drawn + REDRAW_MS - Date.now(), 0),
      );
    };
    const { kept, take } = begin();
    const reader = new Reader(take, beginning.rows, beginning.newest.length, redrawSoon);
    const end = () => {
      clearTimeout(waiting);
      reader.stop();
    };
    return { kept, reader, redraw: () => setDrawn((before) => before + 1), end };
  }, [beginning]);
  useEffect(() => {
    void reader.start();
    return end;
  }, [reader, end]);
  return { kept, reader, redraw };
}
