/** The tab Settings as version 0.1.0 made it. */
import { CATALOGUE } from '../../src/program/catalogue';
import type { Business } from './business';

const NAMES = [
  ...['Provider', 'WhatsApp number', 'Phone number id', 'Graph version', 'Twilio account SID'],
  ...['Twilio sender', 'Green-API address', 'Green-API instance', 'Invitation'],
  ...['Earlier invitations', 'Only new clients count', 'Notice template'],
  ...['Notice template language', 'Notice template values', 'Show typing', 'Date format'],
  ...['Words for Link', 'Words for My referrals', 'Words for Who invited me', 'Words for Stop'],
  ...['Words for Start', 'Text: Welcome', 'Text: Notice', 'Text: Invitation not understood'],
  ...['Text: Own invitation', 'Text: Welcome back', 'Text: Inviter not known'],
  ...['Text: Invited each other', 'Text: Already a client', 'Text: Link card'],
  ...['Text: Link button', 'Text: Share card', 'Text: Share button', 'Text: Share sentence'],
  ...['Text: My referrals', 'Text: And more', 'Text: No referrals yet', 'Text: Who invited me'],
  ...['Text: Nobody invited me', 'Text: Stopped', 'Text: Started', 'Text: Help'],
  ...['Text: Button: link', 'Text: Button: referrals', 'Text: Button: inviter', 'Text: Nameless'],
];

/** Puts the tab into the form that version 0.1.0 gave it, with the values as they are. */
export function settingsAsInFirstVersion(shop: Business): void {
  const { spreadsheet } = shop.script;
  const values = new Map(shop.rows('Settings').map(({ Name, Value = '' }) => [Name, Value]));
  const aboutOf = new Map<string, string>(
    CATALOGUE.settings.map(({ name, about }) => [name, about]),
  );
  spreadsheet.deleteSheet('Settings');
  spreadsheet.addSheet('Settings');
  spreadsheet.fill('Settings', [
    ['Name', 'Value', 'What it does'],
    ...NAMES.map((name) => [name, `'${values.get(name) ?? ''}`, aboutOf.get(name) ?? '']),
  ]);
}
