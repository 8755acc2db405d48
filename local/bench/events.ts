/** The kinds of event that the benchmark measures: what WhatsApp delivers, and what has to come of it. */
import type { DeliveryModes } from '../whatsapp/meta/meta';
import { type MetaUpdate, messageStatus, textMessage } from '../whatsapp/meta/webhooks';
import type { PersonOnPhone } from '../whatsapp/standin';
import type { Shop } from './shop';

export interface BenchEvent {
  title: string;
  /** What happens; new people come into the world here. */
  updates: (shop: Shop) => MetaUpdate[];
  modes?: Partial<DeliveryModes>;
  /** Which of the POSTs is measured; the first unless told. */
  measure?: 'last';
  /** At least so many messages must be sent. */
  sends: number;
  /** Exactly so many rows must be added. */
  adds: number;
}

export const EVENTS: Record<string, BenchEvent> = {
  report: {
    title: 'Delivery report',
    updates: (shop) => [
      messageStatus({
        id: 'wamid.HBgMNDQ3MTAwMDAwMDAwFQIAERgSMEQ5RjY3',
        status: 'delivered',
        recipient: shop.known.phone ?? '',
        at: shop.now,
      }),
    ],
    sends: 0,
    adds: 0,
  },
  handled: {
    title: 'Link, handled before',
    updates: (shop) => [text(shop, shop.known, 'Link')],
    modes: { times: 2 },
    measure: 'last',
    sends: 1,
    adds: 0,
  },
  link: {
    title: 'Link',
    updates: (shop) => [text(shop, shop.known, 'Link')],
    sends: 1,
    adds: 0,
  },
  list: {
    title: 'My referrals',
    updates: (shop) => [text(shop, shop.known, 'My referrals')],
    sends: 1,
    adds: 0,
  },
  referral: {
    title: 'New referral',
    updates: (shop) => [invitation(shop, shop.known)],
    sends: 2,
    adds: 1,
  },
  batch: {
    title: '30 referrals in one POST',
    updates: (shop) => shop.inviters.map((inviter) => invitation(shop, inviter)),
    modes: { batch: true },
    sends: 60,
    adds: 30,
  },
};

/** The inviter's link, tapped and sent by somebody new. */
function invitation(shop: Shop, inviter: PersonOnPhone): MetaUpdate {
  return text(shop, shop.newcomer(), `You were recommended by ${inviter.phone} Hello`);
}

function text(shop: Shop, { phone = '', userId, name }: PersonOnPhone, words: string): MetaUpdate {
  return textMessage({ from: phone, userId, name, text: words, at: shop.now });
}
