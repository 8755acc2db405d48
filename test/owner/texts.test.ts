/** Changing the texts from a page: another language, a text reworded; nothing that is the owner's own gets lost. */
import { valuesOf } from '../../src/owner/pages/languages/language';
import { languageFor, languageOf, switchTo } from '../../src/owner/pages/languages/languages';
import { Business, invitationIn } from '../support/business';
import { ownerOf } from './owner';

const GERMAN = languageFor('de');
const ENGLISH = languageFor('en');

/** A shop, with its Settings tab as a page sees it, and the change to a language as a page makes it. */
function shopWith(settings: Record<string, string> = {}) {
  const shop = new Business({ settings });
  const owner = ownerOf(shop);
  const tab = () => owner.state().settings;
  const speak = (id: string) => owner.writeTexts(switchTo(languageFor(id), tab()).changes);
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  return { shop, owner, tab, speak, anna, ben };
}

test('another language is what clients hear with the next message, and understood at once', () => {
  const { shop, speak, anna, tab } = shopWith();
  const { changed, kept, state } = speak('de');
  expect(kept).toEqual([]);
  expect(changed).toContain('Text: Link card');
  expect(languageOf(state.settings).id).toBe('de');
  expect(tab()).toMatchObject(valuesOf(GERMAN));
  expect(shop.writes(anna, 'Mein Link')[0]?.text).toMatch(/^Ihr Empfehlungslink, Anna\./);
  expect(shop.formulas('Settings')).toEqual([]);
});

test('what the owner has reworded stays, and choosing the language again takes it all back', () => {
  const { speak, tab } = shopWith({ 'Text: Help': 'Ask away!', 'Date format': 'dd.MM.yy' });
  const before = tab();
  speak('ru');
  expect(tab()).toMatchObject({ 'Text: Help': 'Ask away!', 'Date format': 'dd.MM.yy' });
  speak('en');
  const { 'Earlier invitations': earlier, ...after } = tab();
  const { 'Earlier invitations': none, ...others } = before;
  expect(after).toEqual(others);
  expect(none).toBe('');
  expect(earlier).toBe(languageFor('ru').invitation);
});

test('links of the earlier wording go on working, by number and by code', () => {
  const { shop, speak, anna, ben } = shopWith();
  shop.writes(anna, 'Link');
  const hidden = shop.person('Hidden', undefined, { userId: 'US.13491208655302741918' });
  shop.writes(hidden, 'Link');
  const links = [invitationIn(shop.link(anna)), invitationIn(shop.link(hidden))];
  speak('ar');
  speak('hi');
  shop.writes(ben, links[0] ?? '');
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  const cleo = shop.person('Cleo', '447700900003');
  shop.writes(cleo, links[1] ?? '');
  expect(shop.row(cleo)["Inviter's name"]).toBe('Hidden');
});

test('an own invitation is kept among the earlier ones when it is reworded', () => {
  const { owner, tab } = shopWith({
    Invitation: 'Anna’s friend {phone}\nHello',
    'Earlier invitations': 'From {phone} dear shop',
  });
  const from = tab().Invitation ?? '';
  owner.writeTexts({ Invitation: { from, to: 'Sent by {code}, hello' } });
  expect(tab()).toMatchObject({
    Invitation: 'Sent by {code}, hello',
    'Earlier invitations': 'Anna’s friend {phone} Hello\nFrom {phone} dear shop',
  });
});

test('a cell that has changed since the page was opened is left as it is', () => {
  const { shop, owner, tab } = shopWith();
  const { changes } = switchTo(GERMAN, tab());
  shop.set({ 'Text: Welcome': 'Hi there, {name}!' });
  const { changed, kept } = owner.writeTexts(changes);
  expect(kept).toEqual(['Text: Welcome']);
  expect(changed).toHaveLength(Object.keys(changes).length - 1);
  expect(tab()['Text: Welcome']).toBe('Hi there, {name}!');
});

test('the invitation stays where the sheet has no row to keep the earlier one in', () => {
  const { shop, tab, speak } = shopWith();
  const row = shop.rows('Settings').findIndex(({ Name }) => Name === 'Earlier invitations') + 2;
  shop.script.spreadsheet.deleteRow('Settings', row);
  expect(speak('fr').kept).toEqual(['Invitation']);
  expect(tab().Invitation).toBe(ENGLISH.invitation);
});

test.each([
  ['a setting that is no text', 'Provider', 'green', '“Provider” is no text.'],
  ['a setting that nobody has heard of', '__proto__x', 'x', '“__proto__x” is no text.'],
  ['an empty text', 'Text: Help', '', 'Text: Help: A text cannot be empty.'],
  ['too long a button', 'Text: Link button', 'x'.repeat(21), /At most 20 characters/],
  ['a placeholder that means nothing', 'Text: Help', 'Hi {phone}', /\{phone\} means nothing here/],
  ['an invitation without an inviter', 'Invitation', 'Hello', /does not say who invites/],
])('%s is refused, and nothing is changed', (_, name, to, said) => {
  const { owner, tab } = shopWith();
  const before = tab();
  const help = { 'Text: Notice': { from: before['Text: Notice'] ?? '', to: 'Hurray: {name}' } };
  expect(() => owner.writeTexts({ ...help, [name]: { from: before[name] ?? '', to } })).toThrow(
    said,
  );
  expect(tab()).toEqual(before);
});

test('what looks like a formula stays a text', () => {
  const { shop, owner, tab } = shopWith();
  const from = tab()['Text: Help'] ?? '';
  owner.writeTexts({ 'Text: Help': { from, to: '=1+1 {name}' } });
  expect(tab()['Text: Help']).toBe('=1+1 {name}');
  expect(shop.formulas('Settings')).toEqual([]);
});
