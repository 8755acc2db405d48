/** The clock of the world here, which can be moved. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useApp, useView } from '../app';
import { dayAndTime } from '../format';
import { Icon } from '../icon';

const HOUR = 3_600_000;

export function Clock() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line in all browsers
    <div class="group clock" role="group" aria-label="Clock">
      <Icon name="clock" />
      <Face />
      <Move label="+1 h" hours={1} />
      <Move label="+25 h" hours={25} />
    </div>
  );
}

function Face() {
  const view = useView();
  const ahead = useMemo(() => view.now - Date.now(), [view]);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time class="face" role="timer" aria-label="The clock here">
      {dayAndTime(Date.now() + ahead, view.timeZone)}
    </time>
  );
}

function Move({ label, hours }: { label: string; hours: number }) {
  const app = useApp();
  const [moving, setMoving] = useState(false);
  const move = async () => {
    setMoving(true);
    await app.tell('/local/clock', { advanceMs: hours * HOUR });
    setMoving(false);
  };
  return (
    <button type="button" title={`Move the clock by ${hours} h`} disabled={moving} onClick={move}>
      {label}
    </button>
  );
}
