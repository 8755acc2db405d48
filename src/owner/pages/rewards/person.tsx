/** Somebody in the ledger; a click selects their row in the tab Clients and shows their card. */
import { useContext } from 'preact/hooks';
import { Button } from '../components/button';
import { Sidebar } from '../referrals/people';
import { occasionOf, type RowReward, receiverOf } from './reward';

/** Whoever gets the reward. */
export function Receiver({ reward }: { reward: RowReward }) {
  return <Linked of={reward.who} words={receiverOf(reward)} />;
}

/** What it is for; a friend leads to their row. */
export function Occasion({ reward }: { reward: RowReward }) {
  const friend = /^inviter:(.+)$/.exec(reward.key)?.[1] ?? '';
  const { words, named } = occasionOf(reward);
  return (
    <>
      {words} <Linked of={friend} words={named} />
    </>
  );
}

function Linked({ of, words }: { of: string; words: string }) {
  const { chooseKey } = useContext(Sidebar);
  if (!of || !words) return <span>{words}</span>;
  return (
    <Button look="link" title="Select their row in the sheet" work={() => chooseKey(of)}>
      {words}
    </Button>
  );
}
