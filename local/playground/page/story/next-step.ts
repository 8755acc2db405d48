/** What a newcomer could do next, by how far the story has come. */
import type { Person, View, Weather } from '../../view';
import { givenName } from '../format';
import { BUSINESS, chatKey, type Hand, isUnseen } from '../hand';
import { tapAs } from '../phones/links';
import { rewardStep } from './reward-steps';
import type { Step } from './step';

/** @returns null when there are too few people for a story */
export function nextStep(view: View, hand: Hand): Step | null {
  const [first, second] = view.people;
  if (!first || !second) return null;
  if (view.weather !== 'fine') return WEATHER[view.weather];
  const many = view.rewards ? 7 : 4;
  const invited = view.people.find((one) => wasAsked(view, one));
  const inviter = invited && whoWasTold(view, invited);
  if (inviter) {
    const bought = (view.rewards?.purchases ?? 0) > 0;
    if (!bought && isUnseen(hand, view, inviter.key, BUSINESS)) return look(inviter, invited, many);
    return view.rewards ? rewardStep(view.rewards, inviter, invited) : last(inviter, invited);
  }
  const owner = view.people.find(({ key }) => view.chats[key]?.some(isLinkToUs(view)));
  if (!owner) return begin(first, many);
  if (hand.person !== owner.key && hand.chat === BUSINESS && draftIsThere(hand)) {
    return send(hand, many);
  }
  return tap(view, owner, view.people.find(({ key }) => key !== owner.key) ?? second, many);
}

const WEATHER: Record<Exclude<Weather, 'fine'>, Step> = {
  down: {
    place: 'No answer',
    words: [
      'WhatsApp does not answer. Nothing is lost: the script keeps what it has to say and sends it once it can. ',
      'Let WhatsApp answer again',
      ' and move the clock.',
    ],
    seenIn: 'phones',
    act: fine,
  },
  tokenRejected: {
    place: 'Token refused',
    words: [
      'WhatsApp refuses the access token. This does not go away on its own: the owner makes a new one and enters it under Referrals → Connect…, and what is waiting is sent. Here, ',
      'make WhatsApp accept it again',
      '.',
    ],
    seenIn: 'phones',
    act: fine,
  },
};

function fine({ app }: Parameters<Step['act']>[0]): Promise<unknown> {
  return app.tell('/local/weather', { weather: 'fine' });
}

function begin(first: Person, many: number): Step {
  return {
    place: `1 of ${many}`,
    words: [`Write `, `Link`, ` as ${givenName(first.name)}: the answer is a referral link.`],
    seenIn: 'phones',
    act: ({ app, sheet }) => {
      sheet.open('Clients');
      app.openChat(first.key);
      return app.tell('/local/messages', { from: first.key, text: 'Link' });
    },
  };
}

function tap(view: View, owner: Person, friend: Person, many: number): Step {
  const [of, to] = [givenName(owner.name), givenName(friend.name)];
  const card = view.chats[owner.key]?.filter(isLinkToUs(view)).at(-1);
  return {
    place: `2 of ${many}`,
    words: [
      `${of} sends the link to ${to}. `,
      `Tap it as ${to}`,
      `: a chat opens with the message filled in.`,
    ],
    seenIn: 'phones',
    act: ({ app }) => tapAs(app, friend.key, card?.link?.url ?? ''),
  };
}

function send({ person, chat, drafts }: Hand, many: number): Step {
  const draft = chatKey(person, chat);
  return {
    place: `2 of ${many}`,
    words: ['The message is filled in: ', 'send it', '.'],
    seenIn: 'sheet',
    act: async ({ app, sheet }) => {
      sheet.open('Clients');
      const text = drafts[draft]?.trim();
      if (await app.tell('/local/messages', { from: person, text })) app.write('', draft);
    },
  };
}

function look(inviter: Person, invited: Person, many: number): Step {
  const [of, friend] = [givenName(inviter.name), givenName(invited.name)];
  return {
    place: `3 of ${many}`,
    words: [
      `${friend} is in the sheet now, with ${of} as inviter, and ${of} was told: `,
      `look at ${of}’s phone`,
      `.`,
    ],
    seenIn: 'phones',
    act: async ({ app }) => app.openChat(inviter.key),
  };
}

function last(inviter: Person, invited: Person): Step {
  const [of, friend] = [givenName(inviter.name), givenName(invited.name)];
  return {
    place: '4 of 4',
    words: [
      `That was a referral: ${friend} came by ${of}’s link. Ask for `,
      `My referrals`,
      ` on ${of}’s phone, edit a row, move the clock.`,
    ],
    seenIn: 'phones',
    act: ({ app }) => {
      app.openChat(inviter.key);
      return app.tell('/local/messages', { from: inviter.key, text: 'My referrals' });
    },
    last: true,
  };
}

const isLinkToUs = (view: View) => (one: View['chats'][string][number]) =>
  [`wa.me/${view.business.phone}`, '?start='].some((part) => one.link?.url.includes(part));

/** Came by an invitation: the first thing they wrote is no command but a whole sentence. */
function wasAsked(view: View, { key }: Person): boolean {
  return (view.chats[key] ?? []).some(
    ({ from, text }) => from === 'person' && /\d{7}|^\/start \w/.test(text),
  );
}

/** Whoever heard from the business when the friend had written. */
function whoWasTold(view: View, invited: Person): Person | undefined {
  const at = view.chats[invited.key]?.find(({ from }) => from === 'person')?.at ?? Infinity;
  return view.people.find(
    ({ key }) =>
      key !== invited.key &&
      view.chats[key]?.some((one) => one.from === 'business' && !one.link && one.at >= at),
  );
}

function draftIsThere({ person, chat, drafts }: Hand): boolean {
  return (drafts[chatKey(person, chat)] ?? '') !== '';
}
