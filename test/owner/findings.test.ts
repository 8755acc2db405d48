/** What the owner reads about the web app and the sheet, in the good reading and in each bad one. */
import {
  addressFinding,
  type Finding,
  handshakeFinding,
  sheetFinding,
} from '../../src/owner/pages/shared/findings';
import type { Sight, WebAppLook } from '../../src/owner/wire';

const SEES: Sight = { sheet: 'active', cell: true, why: '' };
const BY_ID: Sight = { sheet: 'id', cell: true, why: '' };
const BLIND: Sight = { sheet: 'none', cell: false, why: 'You do not have permission to openById.' };

const GOOD: WebAppLook = {
  address: 'https://script.google.com/macros/s/x/exec',
  addressProblem: '',
  status: 302,
  login: false,
  script: 'ours',
  version: '0.2.0',
  behind: false,
  sight: SEES,
  handshake: true,
  wrongKeyRefused: true,
};

/** Whatever is not all right says what to do. */
function says({ result, found, toDo }: Finding): string {
  if (result === 'fail' || result === 'warn') expect(toDo?.length).toBeGreaterThan(20);
  return `${result} ${found} ${toDo ?? ''}`;
}

describe('the sheet', () => {
  test.each([
    ['both', SEES, SEES, /^pass The web app and the one-minute trigger see/],
    ['both, by its id', BY_ID, BY_ID, /^pass /],
    ['the web app only', SEES, BLIND, /^warn .*trigger does not.*--wide-scope/],
    ['the web app; the trigger has not run', SEES, null, /^warn .*has not run.*Check set-up/],
    ['the trigger only', BLIND, SEES, /^warn Answers come up to two minutes late.*--wide-scope/],
    ['neither', BLIND, BLIND, /^fail Messages cannot be handled: neither.*appsscript\.wide\.json/],
    ['not the web app; the trigger has not run', BLIND, null, /^fail Messages cannot be handled/],
    ['the trigger; the web app is closed', null, SEES, /^skip .*could not be asked/],
    ['nobody; the web app is closed', null, BLIND, /^fail Messages cannot be handled/],
    ['nobody could be asked', null, null, /^fail .*address first/],
  ])('seen by %s', (_, webApp, trigger, words) => {
    expect(says(sheetFinding(webApp, trigger))).toMatch(words);
  });

  test('what Google said when it refused is printed', () => {
    expect(sheetFinding(BLIND, BLIND).details).toEqual([
      'web app: does not see it (You do not have permission to openById.)',
      'one-minute trigger: does not see it (You do not have permission to openById.)',
    ]);
  });
});

describe('the address', () => {
  test.each<[string, Partial<WebAppLook>, RegExp]>([
    ['this script answers', {}, /^pass Anybody can reach this script/],
    ['is not known', { address: '', addressProblem: 'missing' }, /^fail .*is not known.*Go live/],
    ['is a company’s', { addressProblem: 'Strangers cannot open it' }, /^fail .*Strangers cannot/],
    ['another script answers', { script: 'other', sight: null }, /^fail Another script.*copy/],
    [
      'asks for a login',
      { script: 'none', login: true, handshake: false },
      /^fail .*Google login.*access: Anyone”.*does not change who has access.*--new-deployment/,
    ],
    [
      'the sheet has been updated and the web app has not',
      { version: '0.1.9', behind: true },
      /^warn .*still runs version 0\.1\.9.*New version/,
    ],
    ['an older version answers', { script: 'none' }, /^warn An older version.*New version/],
    ['nothing answers', { script: 'none', status: 0, handshake: false }, /^fail Nothing answers/],
    ['an error page answers', { script: 'none', handshake: false }, /^fail .*not answer as it/],
  ])('%s', (_, look, words) => {
    expect(says(addressFinding({ ...GOOD, ...look }))).toMatch(words);
  });
});

describe('the handshake', () => {
  test.each<[string, Partial<WebAppLook>, RegExp]>([
    ['is answered', {}, /^pass /],
    ['is not answered', { handshake: false }, /^fail It does not answer to its key/],
    ['is answered to anybody', { wrongKeyRefused: false }, /^fail It answers to any key/],
    ['cannot be asked', { script: 'none', handshake: false }, /^skip .*address comes first/],
  ])('%s', (_, look, words) => {
    expect(says(handshakeFinding({ ...GOOD, ...look }))).toMatch(words);
  });
});
