/** One client as the pages use it, out of the list of values that comes over the wire. */
import { CATALOGUE } from '../../../program/catalogue';
import { isForgotten } from '../../../program/forgotten';
import { hasLinks, linkOf } from '../../../program/link';
import type { Client } from '../../../program/model';
import { maskPhone } from '../../../program/phone';
import { isTelegram, readSettings, type Settings } from '../../../program/settings';
import type { State, WireClient } from '../../wire';

/** A row of the base, and which row it was. */
export interface RowClient extends Client {
  row: number;
}

/** Takes a client apart. */
export function readWire([
  row,
  phone,
  name,
  invitedBy,
  inviterName,
  joined,
  lastMessage,
  notice,
  code,
  ids,
  stopped,
]: WireClient): RowClient {
  return {
    row,
    phone,
    name,
    invitedBy,
    inviterName,
    joined,
    lastMessage,
    notice,
    note: '',
    code,
    ids: ids.split(' ').filter(Boolean),
    stopped: stopped ? 0 : null,
    counts: '',
    check: '',
  };
}

/** What somebody is called on the page. */
export function nameOf({
  name,
  phone,
  ids = [],
}: {
  name: string;
  phone: string;
  ids?: string[];
}): string {
  if (isForgotten({ ids })) return 'Somebody forgotten';
  return name || (phone ? maskPhone(phone) : 'Somebody without a name');
}

/** The settings as the program reads them. */
export function settingsOf(state: State): Settings {
  return readSettings(state.settings, CATALOGUE, state.headings).settings;
}

/** A client's link. @throws when the owner's number, or bot, is not set, in words for the owner */
export function linkFor(client: Client, settings: Settings): string {
  if (!hasLinks(settings)) {
    const what = isTelegram(settings) ? 'Telegram bot' : 'own WhatsApp number';
    throw new Error(`Your ${what} is not set yet: choose Referrals → Connect… first.`);
  }
  return linkOf(client, settings);
}
