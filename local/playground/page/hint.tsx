/** A line for the newcomer: what to do next. It leaves when it has been told, or is put away. */
import { useState } from 'preact/hooks';
import { useHand, useView } from './app';
import { Icon } from './icon';
import { nextStep } from './next-step';

const PUT_AWAY = 'sheet-referrals-hint-put-away';

export function Hint() {
  const next = nextStep(useView(), useHand());
  const [away, setAway] = useState(localStorage.getItem(PUT_AWAY) !== null);
  const putAway = () => {
    localStorage.setItem(PUT_AWAY, 'yes');
    setAway(true);
  };
  if (away || !next) return null;
  return (
    <aside class="hint" aria-label="What to do next">
      <span class="step">{next.step}</span>
      <p role="status">{next.words}</p>
      <button type="button" class="ghost small" aria-label="Put the hint away" onClick={putAway}>
        <Icon name="close" />
      </button>
    </aside>
  );
}
