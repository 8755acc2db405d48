/** A line for the newcomer: what to do next, with a button that does it, and one that plays the whole story. */
import { useMemo, useState } from 'preact/hooks';
import type { View } from '../../view';
import { useApp, useHand, useView } from '../app';
import { Icon } from '../icon';
import type { Sheet } from '../sheet/sheet';
import { useShown } from '../shown';
import { nextStep } from './next-step';
import { Player } from './player';
import { type Stage, type Step, take } from './step';

const PUT_AWAY = 'sheet-referrals-hint-put-away';

export function Hint({ sheet }: { sheet: Sheet }) {
  const app = useApp();
  const next = nextStep(useView(), useHand());
  const stage = useMemo(() => ({ app, sheet }), [app, sheet]);
  const player = useMemo(
    () => new Player(stage, () => nextStep(app.view.value as View, app.hand.value)),
    [stage],
  );
  const [away, setAway] = useState(localStorage.getItem(PUT_AWAY) !== null);
  const putAway = () => {
    localStorage.setItem(PUT_AWAY, 'yes');
    player.stop();
    setAway(true);
  };
  if (away || !next) return null;
  return (
    <aside class="hint" aria-label="What to do next">
      <span class="step">{next.place}</span>
      <Words step={next} stage={stage} player={player} />
      {!next.last && <Play player={player} />}
      <button type="button" class="ghost small" aria-label="Hide this hint" onClick={putAway}>
        <Icon name="close" />
      </button>
    </aside>
  );
}

function Words({ step, stage, player }: { step: Step; stage: Stage; player: Player }) {
  const [acting, setActing] = useState(false);
  const [before, button, after] = step.words;
  const act = async () => {
    player.stop();
    setActing(true);
    await take(step, stage);
    setActing(false);
  };
  return (
    <p role="status">
      {before}
      <button type="button" class="do" disabled={acting} onClick={act}>
        {button}
      </button>
      {after}
    </p>
  );
}

function Play({ player }: { player: Player }) {
  const playing = useShown(player.playing);
  return (
    <button
      type="button"
      class="play"
      onClick={() => (playing ? player.stop() : void player.start())}
    >
      {playing ? 'Stop' : 'Play it for me'}
    </button>
  );
}
