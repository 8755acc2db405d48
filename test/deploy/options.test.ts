import { readOptions } from '../../local/deploy/options';
import { checkNode } from '../../local/deploy/run';

const ID = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ-0123456789_abc';

test.each([
  ['a plain id', ID],
  ['an address', `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`],
  ['an address with an account in it', `https://docs.google.com/spreadsheets/u/1/d/${ID}/edit`],
])('--sheet takes %s', (_, given) => {
  expect(readOptions(['--sheet', given])).toEqual({ command: 'deploy', dryRun: false, sheet: ID });
});

test.each([
  ['the editor’s address', `https://script.google.com/home/projects/${ID}/edit`],
  ['an account in it', `https://script.google.com/u/0/home/projects/${ID}/settings`],
  ['the short address', `https://script.google.com/d/${ID}/edit`],
])('--script takes %s', (_, given) => {
  expect(readOptions(['--script', given])).toMatchObject({ script: ID });
});

test('--deployment takes the web app’s address', () => {
  const address = 'https://script.google.com/macros/s/AKfycbx123/exec';
  expect(readOptions(['--deployment', address])).toMatchObject({ deployment: 'AKfycbx123' });
});

test.each([
  ['an address of something else', ['--sheet', 'https://example.com/'], 'no id in it'],
  [
    'the web app’s address for the script',
    ['--script', 'https://x.y/macros/s/AKfy1/exec'],
    'no id',
  ],
  ['an unknown option', ['--force'], '--force'],
  ['an unknown command', ['undeploy'], 'undeploy'],
])('%s is refused with its reason', (_, args, reason) => {
  expect(() => readOptions(args)).toThrow(reason);
});

test('an old Node is refused, 20 is not', () => {
  expect(() => checkNode('18.20.4')).toThrow('Node 18.20.4 is too old');
  expect(() => checkNode('20.0.0')).not.toThrow();
});
