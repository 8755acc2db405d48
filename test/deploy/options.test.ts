import { execSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

test('--new-deployment asks for a new one, and no other', () => {
  expect(readOptions(['--new-deployment'])).toMatchObject({ deployment: 'new' });
  expect(() => readOptions(['--new-deployment', '--deployment', ID])).toThrow('choose one');
});

test('a rollback takes no option but --dry-run', () => {
  expect(() => readOptions(['rollback', '--new-deployment'])).toThrow('no other option');
});

test('the scope stays as it is unless one is asked for', () => {
  expect(readOptions([])).not.toHaveProperty('wideScope');
  expect(readOptions(['--wide-scope'])).toMatchObject({ wideScope: true });
  expect(readOptions(['--narrow-scope'])).toMatchObject({ wideScope: false });
  expect(() => readOptions(['--narrow-scope', '--wide-scope'])).toThrow('choose one');
});

test('so does the permission for e-mails', () => {
  expect(readOptions([])).not.toHaveProperty('mail');
  expect(readOptions(['--mail'])).toMatchObject({ mail: true });
  expect(readOptions(['--without-mail'])).toMatchObject({ mail: false });
  expect(() => readOptions(['--mail', '--without-mail'])).toThrow('choose one');
});

describe('without the two dashes npm keeps options for itself:', () => {
  /** What the real npm hands to the command. */
  function throughNpm(script: 'deploy' | 'rollback', ...words: string[]) {
    const folder = mkdtempSync(path.join(tmpdir(), 'npm-'));
    const print = 'node print.js';
    const scripts = { deploy: print, rollback: `${print} rollback` };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts }));
    writeFileSync(
      path.join(folder, 'print.js'),
      'console.log(JSON.stringify({ args: process.argv.slice(2), env: process.env }))',
    );
    const npm = ['npm', 'run', '--silent', script, ...words].join(' ');
    const { args, env } = JSON.parse(execSync(npm, { cwd: folder, stdio: 'pipe' }).toString());
    return readOptions(args, env);
  }

  test.each([
    [['--dry-run'], { dryRun: true }],
    [['--sheet', ID], { sheet: ID }],
    [[`--sheet=${ID}`, '--wide-scope'], { sheet: ID, wideScope: true }],
    [['--new-deployment'], { deployment: 'new' }],
    [['--', '--dry-run'], { dryRun: true }],
  ])('%j counts', (words, expected) => {
    expect(throughNpm('deploy', ...words)).toMatchObject({ command: 'deploy', ...expected });
  });

  test('a rollback that was only to be shown stays a look', () => {
    expect(throughNpm('rollback', '--dry-run')).toMatchObject({
      command: 'rollback',
      dryRun: true,
    });
  });

  test('what nobody can tell apart is refused', () => {
    expect(() => throughNpm('deploy', '--sheet', ID, '--deployment', 'new')).toThrow('npm kept');
  });

  test('what is only like an option is refused', () => {
    expect(() => readOptions([], { npm_config_dryrun: 'true' })).toThrow('npm kept --dryrun');
  });

  test('npm’s own settings are none of them', () => {
    const env = {
      npm_config_user_agent: 'npm/11',
      npm_config_node_gyp: '/x',
      npm_config_noproxy: '',
    };
    expect(readOptions([], env)).toEqual({ command: 'deploy', dryRun: false });
  });
});
