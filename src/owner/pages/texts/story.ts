/** The whole story as chats, with the owner's own texts: what is said is decided by the program's own rules. */
import { thirdButton } from '../../../program/answers';
import { decide } from '../../../program/decide';
import type { Planned } from '../../../program/decision';
import type { Facts } from '../../../program/facts';
import { readIntent } from '../../../program/intent';
import { referralLink, writeInvitation } from '../../../program/invitation';
import type { Client } from '../../../program/model';
import { clientFrom } from '../../../program/people';
import type { Reward } from '../../../program/rewards/model';
import { tellRewards } from '../../../program/rewards/telling';
import { hasRewards } from '../../../program/rewards/terms';
import type { Settings, TextKey } from '../../../program/settings';
import { fill } from '../../../program/wording';
import { type Bubble, bubbleOf } from './bubble';

/** One look at somebody's phone. */
export interface Scene {
  title: string;
  /** Whose phone it is. */
  phone: string;
  bubbles: Bubble[];
  /** The texts that are seen in it. */
  keys: TextKey[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Numbers that are reserved for fiction. */
const ANNA = { waId: '447700900001', name: 'Anna' };
const BEN = { waId: '447700900002', name: 'Ben' };
const LIMITS = { window: DAY_MS, text: 4096, card: 1024, button: 20 };

/** The scenes in their order. @param settings with a reward in them, for the scenes in which there is one */
export function story(settings: Settings, now: number): Scene[] {
  const teller = new Teller(settings, now);
  const { words, invitation, businessNumber } = settings;
  const anna = { ...clientFrom(ANNA, now - 9 * DAY_MS, 'abcd2345'), lastMessage: now - 1000 };
  const invited = { invitedBy: ANNA.waId, inviterName: ANNA.name, joined: now };
  const ben = { ...clientFrom(BEN, now, 'efgh2345'), ...invited };
  const text = writeInvitation(invitation, { phone: ANNA.waId, code: anna.code });
  const link = referralLink(businessNumber || '12025550123', text);
  const [first = 'link'] = words.link;
  const joining = teller.says(BEN, text, { inviter: anna });
  return [
    scene('Anna asks for her link', 'Anna', teller.says(ANNA, first, { sender: anna }).own, [
      ...(['link', 'linkButton', 'share', 'shareButton'] as const),
    ]),
    scene(
      'Anna sends it to Ben',
      'Ben',
      [{ from: 'friend', text: fill(settings.texts.shareSentence, { link }), buttons: [] }],
      ['shareSentence'],
    ),
    scene('Ben taps the link and sends what is filled in', 'Ben', joining.own, [
      ...(['welcome', 'buttonLink', 'nameless'] as const),
      ...(hasRewards(settings.terms) ? (['promiseFriend'] as const) : []),
    ]),
    scene('Anna is told', 'Anna', joining.toOthers, [
      'notice',
      ...(hasRewards(settings.terms) ? (['promiseInviter'] as const) : []),
    ]),
    scene(
      'Anna looks up who came',
      'Anna',
      teller.says(ANNA, words.referrals[0] ?? '', {
        sender: anna,
        referrals: { count: 1, rows: [ben] },
      }).own,
      ['referrals'],
    ),
    ...(hasRewards(settings.terms) ? rewarded(teller, anna, settings) : []),
    scene('Somebody writes anything else', 'Ben', teller.says(BEN, 'Hello!', { sender: ben }).own, [
      'help',
      'buttonLink',
      'buttonReferrals',
      ...helpThird(settings),
    ]),
    scene(
      'Anna wants no more messages, and changes her mind',
      'Anna',
      [
        ...teller.says(ANNA, words.stop[0] ?? '', { sender: anna }).own,
        ...teller.says(ANNA, words.start[0] ?? '', { sender: anna }).own,
      ],
      ['stopped', 'started'],
    ),
  ];
}

function rewarded(teller: Teller, anna: Client, settings: Settings): Scene[] {
  const reward = teller.reward(settings.terms.inviterGets || settings.terms.friendGets);
  return [
    scene('Ben buys something, and Anna gets her reward', 'Anna', teller.rewards(anna, [reward]), [
      reward.coupon ? 'rewardCoupon' : 'rewardReady',
    ]),
    scene(
      'Anna looks up her rewards',
      'Anna',
      teller.says(ANNA, settings.words.rewards[0] ?? '', { sender: anna, rewards: [reward] }).own,
      ['rewards', reward.coupon ? 'stateGiven' : 'stateReady'],
    ),
  ];
}

function helpThird(settings: Settings): TextKey[] {
  const third = thirdButton(settings);
  return third ? [BUTTON_TEXTS[third]] : [];
}

const BUTTON_TEXTS = {
  rewards: 'buttonRewards',
  top: 'buttonTop',
  inviter: 'buttonInviter',
} as const;

function scene(title: string, phone: string, bubbles: Bubble[], keys: TextKey[]): Scene {
  return { title, phone, bubbles, keys };
}

/** Asks the rules what is answered. */
class Teller {
  private readonly facts: Facts;

  constructor(
    private readonly settings: Settings,
    private readonly now: number,
  ) {
    this.facts = {
      clock: {
        now,
        day: (at) => dayOf(at, settings.dateFormat),
        minute: (at) => dayOf(at, 'yyyy-MM-dd'),
      },
      limits: LIMITS,
      sender: null,
      inviter: null,
      top: [],
      inviterForgotten: false,
      senderIsAncestor: false,
      waiting: { count: 0, rows: [] },
      toldLately: false,
      referrals: { count: 0, rows: [] },
      rewards: [],
      saleResult: '',
      helpedLately: false,
      personTalks: false,
      // A column of the owner's is named: what it holds is each client's own.
      shown: (_, heading) => `[${heading}]`,
      newCode: 'efgh2345',
    };
  }

  /** Somebody writes: their words with the answer, and what others are told. */
  says(
    from: typeof ANNA,
    text: string,
    known: Partial<Facts>,
  ): { own: Bubble[]; toOthers: Bubble[] } {
    const at = this.now;
    const message = { kind: 'message', key: '1', at, from, text, answerable: true } as const;
    const intent = readIntent(message, this.settings);
    const { messages } = decide(message, intent, { ...this.facts, ...known }, this.settings);
    const bubbles = (some: Planned[]) => some.map(({ body }) => bubbleOf(body));
    return {
      own: [
        { from: 'client', text, buttons: [] },
        ...bubbles(messages.filter(({ kind }) => kind === 'answer')),
      ],
      toOthers: bubbles(messages.filter(({ kind }) => kind !== 'answer')),
    };
  }

  /** What somebody hears of their rewards. */
  rewards(client: Client, rewards: Reward[]): Bubble[] {
    const { body } = tellRewards(client, rewards, this.facts, this.settings);
    return body ? [bubbleOf(body)] : [];
  }

  /** What Anna gets for Ben. */
  reward(gets: string): Reward {
    const coupon = /^coupon$/i.test(gets) ? 'TEA-4821' : '';
    return {
      key: `inviter:${BEN.waId}`,
      who: ANNA.waId,
      name: ANNA.name,
      for: BEN.name,
      side: 'inviter',
      reward: gets,
      state: coupon ? 'given' : 'ready',
      why: '',
      since: this.now,
      readyOn: this.now,
      givenOn: coupon ? this.now : null,
      coupon,
      told: '',
      known: '',
    };
  }
}

/** A day as the owner writes dates; names of days and months are left to the sheet. */
function dayOf(at: number, format: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return format
    .replace(/y+/, String(date.getFullYear()))
    .replace(/M+/, two(date.getMonth() + 1))
    .replace(/d+/, two(date.getDate()));
}
