/** The sidebar's foot: how far the reading has come, and what can be done about it. */
import { Button } from '../components/button';
import { Progress } from '../components/progress';
import { Failure } from '../components/status';
import type { Reader } from './reading';

export function Footer({ reader, refresh }: { reader: Reader; refresh: () => Promise<void> }) {
  const { done, all, state, error } = reader.reading;
  const words = `${done.toLocaleString()} of ${all.toLocaleString()} rows`;
  const start = () => void reader.start();
  return (
    <div class="footer">
      {state === 'going' && (
        <Progress
          label="Reading…"
          going={{ done, all, words: `Reading: ${words}` }}
          stop={() => reader.stop()}
        />
      )}
      {state === 'failed' && <Failure error={error} again={start} />}
      {state === 'stopped' && (
        <p class="secondary">
          Read: the newest {words}.{' '}
          <Button look="link" work={start}>
            Read the rest
          </Button>
        </p>
      )}
      {state === 'finished' && (
        <Button look="link" work={refresh}>
          Refresh
        </Button>
      )}
    </div>
  );
}
