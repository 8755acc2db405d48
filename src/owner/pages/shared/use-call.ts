/** Asks the script while a page is shown: the hook behind everything that a page has to fetch before it can show it. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** A call with what has come of it so far. */
interface Call<T> {
  /** What came last; it stays while it is asked again. Null until something came. */
  value: T | null;
  /** Why the newest call failed; null when it did not. */
  error: unknown;
  busy: boolean;
  /** Asks once more. The promise is settled when the answer is there; it never rejects. */
  again: () => Promise<void>;
}

/**
 * Calls when the component appears, and whenever {@link Call.again} is asked.
 *
 * @param work gives the promise, mostly a call of `server`; an answer that a newer call has overtaken is dropped
 */
export function useCall<T>(work: () => Promise<T>): Call<T> {
  const [{ value, error, busy }, set] = useState<Omit<Call<T>, 'again'>>(BEFORE);
  const round = useRef(0);
  const newest = useRef(work);
  newest.current = work;
  const again = useCallback(async () => {
    const mine = ++round.current;
    set((before) => ({ ...before, error: null, busy: true }));
    const outcome = await newest.current().then(
      (value) => ({ value, error: null, busy: false }),
      (error: unknown) => ({ error, busy: false }),
    );
    if (mine === round.current) set((before) => ({ ...before, ...outcome }));
  }, []);
  useEffect(() => {
    void again();
    return () => {
      round.current++;
    };
  }, [again]);
  return { value, error, busy, again };
}

const BEFORE = { value: null, error: null, busy: true };
