/** The base as far as it has been read, kept in step with the screen. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Overview } from '../../wire';
import { Base } from './base';
import { Reader } from './reading';

/** While pages arrive, the screen is drawn anew at most so often. */
const REDRAW_MS = 250;

/** Reads the rest of the base when an overview has come. A newer overview begins anew. */
export function useReading(overview: Overview): { base: Base; reader: Reader } {
  const [, setDrawn] = useState(0);
  const { base, reader, end } = useMemo(() => {
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
    const base = new Base();
    base.add(overview.newest);
    const reader = new Reader(base, overview.rows, overview.newest.length, redrawSoon);
    const end = () => {
      clearTimeout(waiting);
      reader.stop();
    };
    return { base, reader, end };
  }, [overview]);
  useEffect(() => {
    void reader.start();
    return end;
  }, [reader, end]);
  return { base, reader };
}
