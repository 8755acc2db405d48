/** Work that cannot be started a second time while it goes on: behind buttons and forms. */
import { useRef, useState } from 'preact/hooks';
import { toast } from '../components/toast';

/**
 * @param work what to do; what it throws is told in a toast, so that nothing fails in silence
 * @returns whether it goes on, and how to start it
 */
export function useBusy(work: () => unknown): { busy: boolean; start: () => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const going = useRef(false);
  const start = async () => {
    if (going.current) return;
    going.current = true;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast((error as Error).message, 'bad');
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  return { busy, start };
}
