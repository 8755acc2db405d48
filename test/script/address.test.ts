/** Which addresses can be the web app's, and which one a deployment left behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalAppsScript } from '../../local/apps-script';
import { build } from '../../local/build';
import { addressProblem, deployedAddress } from '../../src/script/address';
import { ownerOf } from '../owner/owner';

const GOOD = 'https://script.google.com/macros/s/AKfycbx_1-2/exec';

test('the address of a web app has no problem', () => {
  expect(addressProblem(GOOD)).toBeNull();
});

test.each([
  ['nothing', '', 'is missing'],
  ['the test address', 'https://script.google.com/macros/s/AKfycbx/dev', 'only you can open it'],
  ['a key with it', `${GOOD}?key=hush`, 'the key is added for you'],
  ['a part of the page with it', `${GOOD}#top`, 'everything after /exec'],
  ['a path behind it', `${GOOD}/hook`, 'Google asks for a sign-in'],
  ['an address cut short', 'https://script.google.com/macros/s/AKfycbx', 'ends in /exec'],
  ['one account of several', GOOD.replace('/s/', '/u/1/s/'), 'Take out the part /u/'],
  ['no encryption', GOOD.replace('https', 'http'), 'begin with https://'],
  ['no scheme', GOOD.replace('https://', ''), 'begin with https://'],
  ['a space behind it', `${GOOD} `, 'a space'],
  [
    'an answer’s address',
    'https://script.googleusercontent.com/macros/echo?user_content_key=x&lib=y',
    'works only once',
  ],
  ['the editor', 'https://script.google.com/home/projects/1abc/edit', 'the script editor'],
  ['the old editor', 'https://script.google.com/d/1abc/edit', 'the script editor'],
  ['the sheet', 'https://docs.google.com/spreadsheets/d/1abc/edit', 'of the sheet'],
  ['another host', 'https://example.com/exec', 'Only a web app at script.google.com'],
  [
    'a host that only looks like Google’s',
    'https://script.google.com.evil.example/macros/s/A/exec',
    'Only a web app',
  ],
  ['Google’s host in the path', `https://evil.example/${GOOD}`, 'Only a web app'],
  ['this machine', 'http://localhost:8080/exec', 'Only a web app'],
  ['no address at all', 'hello', 'not the address of a web app'],
])('%s is told with its reason', (_, address, reason) => {
  expect(addressProblem(address)).toContain(reason);
});

test.each([
  'https://script.google.com/a/macros/shop.example/s/AKfycbx/exec',
  'https://script.google.com/a/shop.example/macros/s/AKfycbx/exec',
  'https://script.google.com/a/macros/shop.example/s/AKfycbx/dev',
])('a company’s address, %s, is told with the one to try', (address) => {
  const problem = addressProblem(address);
  expect(problem).toMatch(/^Strangers cannot open it: .*signed in at shop\.example\./);
  expect(problem).toContain('Try https://script.google.com/macros/s/AKfycbx/exec instead');
  expect(problem).toContain('a personal Google account');
});

test('no address is told twice in the same words', () => {
  expect(addressProblem('https://script.google.com/macros/library/x')).toBe(
    addressProblem('hello'),
  );
});

describe('the deployed address', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'address-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is unknown in a build that no deployment made', () => {
    expect(deployedAddress('1script')).toBeNull();
    expect(deployedAddress('')).toBeNull();
  });

  test('is known to the script that was deployed, and not to the script of a copy', async () => {
    await build(folder, { deployed: { script: '1script', address: GOOD } });
    expect(addressOf('1script')).toBe(GOOD);
    expect(addressOf('1copy')).toBe('https://script.google.com/macros/s/told-by-google/exec');
  });

  function addressOf(scriptId: string): string {
    const webAppUrl = 'https://script.google.com/macros/s/told-by-google/exec';
    const script = new LocalAppsScript({ folder, scriptId, webAppUrl });
    script.run('setUp', [], 'menu');
    return ownerOf({ script }).state().address;
  }
});
