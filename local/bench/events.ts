/** The kinds of event that the benchmark measures: what WhatsApp delivers, and what has to come of it. */
import { type MetaUpdate, textMessage } from '../whatsapp/meta/webhooks';
import type { PersonOnPhone } from '../whatsapp/standin';
import type { Measured } from './meter';
import type { Shop } from './shop';

export interface BenchEvent {
  title: string;
  /** Makes it happen, with what has to come before it; gives the execution that is measured. */
  happens: (shop: Shop) => Measured | undefined;
  /** At least so many messages must be sent, by what came before too. */
  sends: number;
  /** Exactly so many rows must be added. */
  adds: number;
  /** The plain script is measured too. */
  plain?: true;
}

export const EVENTS: Record<string, BenchEvent> = {
  report: {
    title: 'Delivery report',
    happens: (shop) => {
      one(shop, text(shop, shop.known, 'Link'));
      return shop.reports()[0];
    },
    sends: 1,
    adds: 0,
    plain: true,
  },
  handled: {
    title: 'Delivered again',
    happens: (shop) => shop.deliver([text(shop, shop.known, 'Link')], { times: 2 }).at(-1),
    sends: 1,
    adds: 0,
    plain: true,
  },
  link: {
    title: 'Link, wrote lately',
    happens: (shop) => afterHello(shop, 'Link'),
    sends: 2,
    adds: 0,
    plain: true,
  },
  away: {
    title: 'Link, after six hours',
    happens: (shop) => {
      shop.script.cache.forget();
      return one(shop, text(shop, shop.known, 'Link'));
    },
    sends: 1,
    adds: 0,
  },
  stranger: {
    title: 'Link, somebody new',
    happens: (shop) => one(shop, text(shop, shop.newcomer(), 'Link')),
    sends: 1,
    adds: 1,
  },
  list: {
    title: 'My referrals',
    happens: (shop) => afterHello(shop, 'My referrals'),
    sends: 2,
    adds: 0,
    plain: true,
  },
  referral: {
    title: 'New referral',
    happens: (shop) => one(shop, invitation(shop, shop.usual)),
    sends: 2,
    adds: 1,
    plain: true,
  },
  chain: {
    title: 'New referral, inviter was invited',
    happens: (shop) => one(shop, invitation(shop, shop.known)),
    sends: 2,
    adds: 1,
  },
  second: {
    title: 'Second within the hour',
    happens: (shop) => {
      one(shop, invitation(shop, shop.usual));
      return one(shop, invitation(shop, shop.usual));
    },
    sends: 3,
    adds: 2,
  },
  telling: {
    title: 'Telling, by the trigger',
    happens: (shop) => {
      shop.minutes(0);
      for (let n = 0; n < 3; n++) one(shop, invitation(shop, shop.usual));
      return shop.minutes(3);
    },
    sends: 5,
    adds: 3,
  },
  idle: {
    title: 'Idle minute of the trigger',
    happens: (shop) => {
      shop.minutes(1);
      return shop.minutes(1);
    },
    sends: 0,
    adds: 0,
  },
  batch: {
    title: '30 referrals in one POST',
    happens: (shop) => {
      const updates = shop.inviters.map((inviter) => invitation(shop, inviter));
      return shop.deliver(updates, { batch: true })[0];
    },
    sends: 60,
    adds: 30,
    plain: true,
  },
};

function one(shop: Shop, update: MetaUpdate): Measured | undefined {
  return shop.deliver([update])[0];
}

/** The client has written ten minutes ago, so that the cache knows them. */
function afterHello(shop: Shop, words: string): Measured | undefined {
  one(shop, text(shop, shop.known, 'Link'));
  shop.wait(10);
  return one(shop, text(shop, shop.known, words));
}

/** The inviter's link, tapped and sent by somebody new. */
export function invitation(shop: Shop, inviter: PersonOnPhone): MetaUpdate {
  return text(shop, shop.newcomer(), `You were recommended by ${inviter.phone} Hello`);
}

/** Somebody writes. */
export function text(
  shop: Shop,
  { phone = '', userId, name }: PersonOnPhone,
  words: string,
): MetaUpdate {
  return textMessage({ from: phone, userId, name, text: words, at: shop.now });
}
