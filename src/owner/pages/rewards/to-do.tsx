/** What waits for the owner: rewards to give, and flagged ones to look at; one by one, or all that are ticked. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Verdict } from '../../wire';
import { Button } from '../components/button';
import { List } from '../components/list';
import { Occasion, Receiver } from './person';
import { Refuse } from './refuse';
import { idOf, type RowReward, receiverOf } from './reward';

/** Judges rewards, and has the view know of it. */
export type Judge = (rewards: RowReward[], verdict: Verdict, why?: string) => Promise<void>;

interface ToDoProps {
  rewards: RowReward[];
  /** What there is to do with each, and the words for it. */
  verdict: Exclude<Verdict, 'refuse'>;
  words: string;
  judge: Judge;
}

export function ToDo({ rewards, verdict, words, judge }: ToDoProps) {
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const ticked = rewards.filter((one) => ticks.has(idOf(one)));
  const tick = (one: RowReward) => {
    const now = new Set(ticks);
    if (!now.delete(idOf(one))) now.add(idOf(one));
    setTicks(now);
  };
  const all = ticked.length === rewards.length;
  const tickAll = () => setTicks(new Set(all ? [] : rewards.map(idOf)));
  return (
    <>
      <List
        items={rewards}
        keyOf={idOf}
        line={(one) => (
          <Line
            reward={one}
            ticked={ticks.has(idOf(one))}
            tick={rewards.length > 1 ? () => tick(one) : null}
          >
            <Button
              label={`${words}: ${one.reward} for ${receiverOf(one)}`}
              work={() => judge([one], verdict)}
            >
              {words}
            </Button>
            <Refuse reward={one} refuse={(why) => judge([one], 'refuse', why)} />
          </Line>
        )}
      />
      {rewards.length > 1 && (
        <div class="buttons together">
          <Button look="link" work={tickAll}>
            {all ? 'Tick none' : 'Tick all'}
          </Button>
          {ticked.length > 0 && (
            <Button look="action" work={() => judge(ticked, verdict)}>
              {`${words} all ticked (${ticked.length.toLocaleString()})`}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface LineProps {
  reward: RowReward;
  ticked: boolean;
  /** Null where there is nothing to tick. */
  tick: (() => void) | null;
  children: ComponentChildren;
}

function Line({ reward, ticked, tick, children }: LineProps) {
  return (
    <div class="owed">
      {tick && (
        <input
          type="checkbox"
          aria-label={`Tick ${reward.reward} for ${receiverOf(reward)}`}
          checked={ticked}
          onChange={tick}
        />
      )}
      <div>
        <p class="what">{reward.reward}</p>
        <p>
          <Receiver reward={reward} /> <Occasion reward={reward} />
        </p>
        {reward.why && <p class="secondary">{reward.why}</p>}
        <div class="buttons">{children}</div>
      </div>
    </div>
  );
}
