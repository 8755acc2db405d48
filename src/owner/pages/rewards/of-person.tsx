/** Somebody's rewards, on their card. */
import { List } from '../components/list';
import type { RowClient } from '../shared/client';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import { dateOf, idOf, occasionOf, type RowReward, readReward } from './reward';
import { useJudged } from './use-judged';

export function RewardsOfPerson({ client }: { client: RowClient }) {
  const keys = [client.phone, ...client.ids].filter(Boolean);
  const { value, error, again } = useCall(() => server.rewardsOf(keys));
  useJudged(again);
  const rewards = (value ?? []).map(readReward);
  return (
    <>
      <h3>{headingOf(value ? rewards.length : null)}</h3>
      {error ? <p class="secondary">{(error as Error).message}</p> : null}
      <List items={newestFirst(rewards)} keyOf={idOf} line={line} />
    </>
  );
}

/** @param count null while it is being read */
function headingOf(count: number | null): string {
  if (count === 0) return 'No rewards yet';
  return count === null ? 'Rewards' : `Rewards: ${count.toLocaleString()}`;
}

function newestFirst(rewards: RowReward[]): RowReward[] {
  return [...rewards].sort((a, b) => (dateOf(b) ?? 0) - (dateOf(a) ?? 0));
}

function line(reward: RowReward) {
  const { words, named } = occasionOf(reward);
  return (
    <p class="reward">
      <span class="what">{reward.coupon || reward.reward}</span>
      <span class={`state ${reward.state}`}>{reward.state}</span>
      <span class="secondary">
        {words} {named}
      </span>
    </p>
  );
}
