/** What is shown of rewards is asked for again once one was given or refused beside it. */
import { useContext, useEffect, useRef } from 'preact/hooks';
import { Sidebar } from '../referrals/people';

/** @param again asks once more */
export function useJudged(again: () => Promise<unknown>): void {
  const { judged } = useContext(Sidebar);
  const seen = useRef(judged);
  useEffect(() => {
    if (seen.current !== judged) void again();
    seen.current = judged;
  }, [judged, again]);
}
