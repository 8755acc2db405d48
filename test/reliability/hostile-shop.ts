/** A shop whose door is tried: every POST is watched, and the sheet is looked at for what must never be in it. */
import { Business, MINUTE, type SavedBusiness } from '../support/business';
import type { ProviderName } from '../support/providers';
import type { Account, Posted } from './shapes';

/** Anna's number; she has a link. */
export const ANNA = '447700900001';

type Shop = Business<ProviderName>;

const shops = new Map<ProviderName, { saved: SavedBusiness<ProviderName>; account: Account }>();

/** A shop over this provider where Anna has a link, and whose messages are all accepted. */
export function shopOf(provider: ProviderName): { shop: Shop; account: Account } {
  let known = shops.get(provider);
  if (!known) {
    const shop = new Business<ProviderName>({ provider });
    shop.writes(shop.person('Anna', ANNA), 'Link');
    shop.whatsapp.pump();
    known = { saved: shop.save(), account: accountOf(shop) };
    shops.set(provider, known);
  }
  const shop = new Business<ProviderName>({ provider, saved: known.saved });
  shop.whatsapp.answer = () => ({ status: provider === 'twilio' ? 201 : 200, body: ACCEPTED });
  return { shop, account: known.account };
}

/** As Meta, Twilio, Green-API and Telegram say it, in one. */
const ACCEPTED = JSON.stringify({
  messages: [{ id: 'wamid.accepted' }],
  ...{ sid: 'SM00000000000000000000000000000000', status: 'queued', idMessage: 'BAE5' },
  ...{ ok: true, result: { message_id: 1 } },
});

function accountOf(shop: Shop): Account {
  const setting = (name: string) =>
    shop.rows('Settings').find((row) => row.Name === name)?.Value ?? '';
  return {
    number: setting('WhatsApp number'),
    accountSid: setting('Twilio account SID'),
    idInstance: setting('Green-API instance'),
  };
}

/** Posts a body; the answer is 200, and the execution ends well, with no number in its log. */
export function post(shop: Shop, { body, contentType }: Posted): void {
  expect(shop.post(body, contentType).status).toBe(200);
  const { error, missing, log } = shop.last();
  expect([error, missing]).toEqual([undefined, undefined]);
  expect(log.join()).not.toMatch(/\d{7}/);
}

const TEXTS = ['Phone', 'Name', 'Invited by', "Inviter's name", 'Notice', 'Note', 'Code'];
const DATES = ['Joined', 'Last message', 'Stopped'];

/** Texts are texts, dates are dates, and nothing is a formula. */
export function expectCells(shop: Shop): void {
  const sheet = shop.script.spreadsheet;
  expect(shop.strayFormulas()).toEqual([]);
  const [headings = [], ...rows] = sheet.rows('Clients');
  rows.forEach((_, row) => {
    headings.forEach((heading, column) => {
      const value = sheet.value('Clients', row + 2, column + 1);
      const kind = value instanceof Date ? 'date' : typeof value;
      if (TEXTS.includes(heading))
        expect([heading, value, kind]).toEqual([heading, value, 'string']);
      if (DATES.includes(heading) && value !== '') {
        expect([heading, value, kind]).toEqual([heading, value, 'date']);
      }
    });
  });
  const phones = rows.map((cells) => cells[headings.indexOf('Phone')]).filter(Boolean);
  expect(new Set(phones).size).toBe(phones.length);
}

/** Nothing stays behind that is tried again and again. */
export function expectNothingKept(shop: Shop): void {
  for (let i = 0; i < 3 && shop.pending().length; i++) shop.sleeps(5 * MINUTE);
  expect(shop.pending()).toEqual([]);
}
