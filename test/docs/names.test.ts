/** The guide to going live quotes the pages and the command word for word. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const guide = readFileSync(path.join(ROOT, 'docs', 'going-live.md'), 'utf8');

function sources(folder: string): string {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => /\.(ts|tsx|html)$/.test(name))
    .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'))
    .join('\n');
}

describe('what the guide quotes of the pages stands there', () => {
  const pages = sources('src/owner');
  test.each([
    'Connect…',
    'Check set-up',
    'Go live…',
    'Go on',
    'Newer version?',
    'Anybody can reach this script at its address.',
    'List referrals',
    'Make a referral link…',
    'What Google allows',
    'Strangers reach the web app',
    'Web app and trigger see the sheet',
    'The web app answers the handshake',
    'Use another address',
    'Look again',
    'Meta Cloud API',
    'Check and save',
    'It is published',
    'Webhook address',
    'Key (“verify token”)',
    'I have done this',
    'Registered, waiting for the first message.',
    'Let the script do it',
    'Register it',
    'Subscribe the app',
    'A real message came in',
    'It was delivered once',
    'Its answer arrived',
    'Open WhatsApp',
    'Open Telegram',
    'Send yourself a message',
    'A friend can try it now',
    'New key',
    'Make a new key',
    'Copy the result',
  ])('%s', (name) => {
    expect(guide).toContain(name);
    expect(pages).toContain(name);
  });
});

describe('what the guide quotes of the command is said there', () => {
  const command = sources('local/deploy');
  test.each([
    'Checked logged out',
    'NOT open to anyone',
    '--sheet',
    '--script',
    '--deployment',
    '--new-deployment',
    '--wide-scope',
    '--narrow-scope',
    '--dry-run',
    'npx clasp login --no-localhost',
    'npx clasp show-authorized-user',
    'Project History',
  ])('%s', (words) => {
    expect(guide).toContain(words);
    expect(command).toContain(words);
  });
});
