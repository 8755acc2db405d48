/** *My data* and *Delete me*: what is kept about a client, and how they have it deleted. */
import { confirmationFor, isConfirmed } from './confirmation';
import { tellsInviters } from './discretion';
import type { Client } from './model';
import { ownButtonId } from './own-answers';
import { shownName } from './people';
import { isPhone } from './phone';
import { listOfRewards } from './rewards/telling';
import type { Settings } from './settings';
import { answer, answerText, type Turn } from './turn';
import { clip, fill } from './wording';

/** Stands where nothing is kept. */
const NOTHING = '–';

/** *My data*: their row in words, and their rewards. */
export function myData(turn: Turn): void {
  const { facts, settings } = turn;
  const { sender, clock, rewards, referrals } = facts;
  const { texts } = settings;
  if (!sender) {
    answerText(turn, texts.noData);
    return;
  }
  const day = (at: number | null) => (at === null ? NOTHING : clock.day(at));
  const row = fill(texts.myData, {
    name: sender.name || NOTHING,
    phone: sender.phone ? `+${sender.phone}` : sender.ids.join(', ') || NOTHING,
    since: day(sender.joined),
    last: day(sender.lastMessage),
    inviter: inviterOf(sender, settings),
    count: referrals.count,
  });
  const list = rewards.length ? listOfRewards(rewards, facts, settings) : '';
  answerText(turn, [row, list].filter(Boolean).join('\n\n'));
}

/** Who recommended a client, as far as they are told. */
function inviterOf({ invitedBy, inviterName }: Client, settings: Settings): string {
  const { nameless } = settings.texts;
  if (!invitedBy) return NOTHING;
  const phone = isPhone(invitedBy) ? invitedBy : '';
  return tellsInviters(settings) ? shownName({ name: inviterName, phone }, nameless) : nameless;
}

/** *Delete me*: asks whether they are sure; where they have confirmed it, they are forgotten. */
export function deleteMe(turn: Turn): void {
  const { message, facts, settings, decision, confirmation } = turn;
  const { texts } = settings;
  if (isConfirmed(confirmation, message)) {
    decision.forget = true;
    answerText(turn, texts.deleted);
    return;
  }
  const confirm = `${texts.buttonDelete} ${confirmationFor(message)}`;
  const text = clip(fill(texts.deleteAsk, { confirm }), facts.limits.card);
  answer(turn, {
    kind: 'choices',
    text,
    buttons: [{ id: ownButtonId(confirm), title: confirm }],
  });
}
