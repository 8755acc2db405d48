/** What a newcomer could do next, by how far the story has come. */
import type { Person, View } from '../view';
import { givenName } from './format';
import { BUSINESS, chatKey, type Hand } from './hand';
import { rewardStep } from './reward-steps';
import type { Step } from './step';

const WAITING: Step = {
  step: 'Bad weather',
  words:
    'What cannot be sent now is kept. Let WhatsApp be fine again and move the clock: it goes by itself.',
};

/** @returns null when there are too few people for a story */
export function nextStep(view: View, hand: Hand): Step | null {
  const [first, second] = view.people;
  if (!first || !second) return null;
  if (view.weather !== 'fine') return WAITING;
  const invited = view.people.find((one) => wasAsked(view, one));
  if (invited && toldSomebodyElse(view, invited)) {
    return view.rewards ? rewardStep(view.rewards, invited) : last(invited);
  }
  const many = view.rewards ? 6 : 3;
  const owner = view.people.find(({ key }) => view.chats[key]?.some(isLinkToUs(view)));
  if (!owner) return begin(first, many);
  if (hand.person !== owner.key && hand.chat === BUSINESS && draftIsThere(hand)) return send(many);
  return tap(owner, view.people.find(({ key }) => key !== owner.key) ?? second, many);
}

function send(many: number): Step {
  const words = (
    <>
      The message is filled in: <b>send</b> it.
    </>
  );
  return { step: `2 of ${many}`, words };
}

function begin(first: Person, many: number): Step {
  const words = (
    <>
      Write <b>Link</b> as {givenName(first.name)}: the answer is a referral link.
    </>
  );
  return { step: `1 of ${many}`, words };
}

function tap(owner: Person, friend: Person, many: number): Step {
  const words = (
    <>
      Tap <b>the button on the card</b> on {givenName(owner.name)}’s phone, let{' '}
      {givenName(friend.name)} be the one who taps, and send what is filled in.
    </>
  );
  return { step: `2 of ${many}`, words };
}

function last(invited: Person): Step {
  const words = (
    <>
      That was a referral: {givenName(invited.name)} is in the sheet now, and the inviter was told.
      Next: <b>My referrals</b>, edit a row, move the clock.
    </>
  );
  return { step: '3 of 3', words };
}

const isLinkToUs = (view: View) => (one: View['chats'][string][number]) =>
  [`wa.me/${view.business.phone}`, '?start='].some((part) => one.link?.url.includes(part));

/** Came by an invitation: the first thing they wrote is no command but a whole sentence. */
function wasAsked(view: View, { key }: Person): boolean {
  return (view.chats[key] ?? []).some(
    ({ from, text }) => from === 'person' && /\d{7}|^\/start \w/.test(text),
  );
}

function toldSomebodyElse(view: View, invited: Person): boolean {
  const at = view.chats[invited.key]?.find(({ from }) => from === 'person')?.at ?? Infinity;
  return view.people.some(
    ({ key }) =>
      key !== invited.key &&
      view.chats[key]?.some((one) => one.from === 'business' && !one.link && one.at >= at),
  );
}

function draftIsThere({ person, chat, drafts }: Hand): boolean {
  return (drafts[chatKey(person, chat)] ?? '') !== '';
}
