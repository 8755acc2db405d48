/** A client's own referral link, and the link that passes it on, in the messenger that is connected. */
import { codeWording } from './intent';
import { referralLink, shareLink, writeInvitation } from './invitation';
import type { Client } from './model';
import { isTelegram, type Settings } from './settings';
import { fill } from './wording';

/** What a link can name a client by. */
type Named = Pick<Client, 'phone' | 'code'>;

/** A client's own referral link; by code where the number is not visible. @throws Error when the code is missing */
export function linkOf(client: Named, settings: Settings): string {
  if (isTelegram(settings)) return botLink(settings.telegramBot, client.code);
  return referralLink(settings.businessNumber, invitationOf(client, settings));
}

/** Whether the client's link has to hold a code. */
export function needsCode({ phone }: Named, settings: Settings): boolean {
  return !phone || isTelegram(settings) || settings.invitation.includes('{code}');
}

/** Whether links lead anywhere: the number, or the bot, is known. */
export function hasLinks(settings: Settings): boolean {
  return !!(isTelegram(settings) ? settings.telegramBot : settings.businessNumber);
}

/** The link that lets a client choose whom to send a link to. */
export function shareLinkOf(link: string, settings: Settings): string {
  const { shareSentence } = settings.texts;
  if (!isTelegram(settings)) return shareLink(fill(shareSentence, { link }));
  // Telegram puts the link above the sentence by itself.
  const sentence = fill(shareSentence, { link: '' })
    .replace(/\s+/g, ' ')
    .replace(/[\s:\u2013\u2014-]+$/u, '');
  return `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent(sentence)}`;
}

/** What an invitation should look like, to show to whoever sent something else. */
export function exampleOf(named: Named, settings: Settings): string {
  return isTelegram(settings)
    ? linkOf(named, settings)
    : writeInvitation(settings.invitation, named);
}

function invitationOf(client: Named, { invitation }: Settings): string {
  return writeInvitation(client.phone ? invitation : codeWording(invitation), client);
}

function botLink(bot: string, code: string): string {
  if (!code) throw new Error('A link to the bot needs a code, and this client has none.');
  return `https://t.me/${bot}?start=${code}`;
}
