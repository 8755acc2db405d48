/** A text that no scene of the story has, by itself in a bubble, with what usually stands in its placeholders. */
import { writeInvitation } from '../../../program/invitation';
import type { Settings } from '../../../program/settings';
import { fill } from '../../../program/wording';
import { titleOf } from './drafts';
import type { Scene } from './story';

const CARDS: Record<string, keyof Settings['texts']> = {
  buttonLink: 'help',
  buttonReferrals: 'help',
  buttonTop: 'help',
  buttonInviter: 'help',
  buttonRewards: 'help',
};

/** @param key of the text, without `text.` */
export function single(key: keyof Settings['texts'], name: string, settings: Settings): Scene {
  const { texts, invitation, terms } = settings;
  const reward = terms.friendGets || terms.inviterGets;
  const values = {
    name: 'Ben',
    inviter: 'Anna',
    phone: '+44 7700 900142',
    since: '12.03.',
    last: '31.12.',
    confirm: `${texts.buttonDelete} 4821`,
    count: 3,
    names: 'Ben, Cleo, Dan',
    more: 37,
    place: 1,
    example: writeInvitation(invitation, { phone: '12025550123', code: 'abcd2345' }),
    link: 'https://wa.me/12025550123',
    reward,
    for: 'Ben',
    day: '31.12.',
    coupon: 'TEA-4821',
    why: '',
    promise: fill(texts.promiseFriend, { reward }),
  };
  const card = CARDS[key];
  const shown = fill(texts[card ?? key], values);
  return {
    title: titleOf(name),
    phone: 'Ben',
    bubbles: [{ from: 'business', text: shown, buttons: card ? [`↩ ${texts[key]}`] : [] }],
    keys: [key],
  };
}
