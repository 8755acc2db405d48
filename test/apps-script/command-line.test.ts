/** The command line: any folder of Apps Script code, what came of it as text, and mistakes told kindly. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from '../../local/apps-script/command/command-line';
import { emptyFolder } from './script-of';

const TUTORIALS = path.join(__dirname, 'tutorials');
const MERGE = path.join(TUTORIALS, 'mail-merge');
const ECHO = path.join(TUTORIALS, 'telegram-echo');
const FORM = path.join(TUTORIALS, 'form-handler');
const NOON = ['--now', '2026-06-01T12:00Z'];

/** A folder with these files in it. */
function folderOf(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const printed = (...words: string[]) => commandLine(words).text;

test('npm run apps-script', () => {
  const root = path.resolve(__dirname, '..', '..');
  const words = [
    '-s',
    'run',
    'apps-script',
    '--',
    MERGE,
    'fillIn',
    '"Dear {{A}}"',
    '["A"]',
    '["Bo"]',
  ];
  const { stdout, status } = spawnSync('npm', words, { cwd: root, encoding: 'utf8' });
  expect(stdout).toContain('result\n  Dear Bo\n');
  expect(status).toBe(0);
});

test('a function over a tab from a CSV file: result, log, dialogs, the tab afterwards', () => {
  const { code, text } = commandLine([
    ...[MERGE, 'writeLetters', '--sheet', path.join(MERGE, 'people.csv'), ...NOON],
  ]);
  expect(code).toBe(0);
  expect(text).toBe(`result
  2

log
  2 letters written

dialogs
  Mail merge: 2 letters written

tab people
  First name    | Ordered    | Amount | Sent                     | Letter
  Anna          | 2026-05-30 | 12.5   | Sent on 01.06.2026 12:00 | Dear Anna,⏎your order of 30 May 2026 ov…
  Bo "the chef" | 2026-05-31 | 1,200  | Sent on 01.06.2026 12:00 | Dear Bo "the chef",⏎your order of 31 Ma…`);
});

test('a webhook: what it sends out, what is answered there and here', () => {
  const message = { text: 'hi', date: 1780000000, chat: { id: 42 }, from: { first_name: 'Anna' } };
  const words = [
    ECHO,
    'doPost',
    '--body',
    JSON.stringify({ message }),
    '--property',
    'TELEGRAM_TOKEN=t',
  ];
  const { code, text } = commandLine([...words, '--answers', path.join(ECHO, 'answers.json')]);
  expect(code).toBe(0);
  expect(text).toContain('answer\n  200');
  expect(text).toContain(`fetched
  POST https://api.telegram.org/bott/sendMessage
    {"chat_id":"42","text":"hi","parse_mode":"HTML"}
    → 200 {"ok":true,"result":true}`);
  const { code: failed, text: alone } = commandLine(words);
  expect(failed).toBe(1);
  expect(alone).toContain('→ nobody is there; say in --answers what comes back');
  expect(alone).toContain('at sendMessage');
});

test('the state is kept from one call to the next', () => {
  const state = path.join(emptyFolder(), 'state.json');
  printed(FORM, 'setup', '--state', state);
  const body = 'name=Anna&email=a@example.com';
  const answer = printed(FORM, 'doPost', '--state', state, '--body', body, ...NOON);
  expect(answer).toContain('{"result":"success","row":2}');
  expect(answer).toContain('Anna | a@example.com');
  expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({ version: 1 });
});

test('a page is printed without Google’s frame', () => {
  expect(printed(FORM, 'doGet')).toContain('<textarea name="message">');
});

test('time passes: the triggers run', () => {
  const folder = folderOf({
    'Code.gs': `function start() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
      function tick() { SpreadsheetApp.getActiveSheet().appendRow(['tick']); }`,
  });
  const text = printed(folder, 'start', '--advance', '11');
  expect(text).toContain('ran later\n  tick\n  tick');
  expect(text).toContain('tab Sheet1\n  tick\n  tick');
});

test('what a button and a prompt are answered', () => {
  const folder = folderOf({
    'Code.gs': `function ask() { var ui = SpreadsheetApp.getUi();
      var answer = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL);
      return answer.getSelectedButton() === ui.Button.CANCEL ? 'left' : answer.getResponseText(); }`,
  });
  expect(printed(folder, 'ask', '--type-in', 'Anna')).toContain('result\n  Anna');
  expect(printed(folder, 'ask', '--press', 'CANCEL')).toContain('result\n  left');
  expect(commandLine([folder, 'ask', '--press', 'NO'])).toEqual({
    code: 2,
    text: expect.stringContaining('has no button NO; it has OK, CANCEL.'),
  });
});

test('libraries of the manifest, old globals, MimeType', () => {
  const root = folderOf({
    'script/Code.gs': `function go() { ScriptProperties.setProperty('a', Greeter.greet('Anna')); return MimeType.CSV; }`,
    'script/appsscript.json': JSON.stringify({
      dependencies: { libraries: [{ userSymbol: 'Greeter', libraryId: '1abc', version: '3' }] },
    }),
    'Greeter/Code.gs': 'function greet(name) { return "Hello " + name; }',
  });
  const text = printed(path.join(root, 'script'), 'go');
  expect(text).toContain('result\n  text/csv');
  expect(text).toContain('script properties\n  a = Hello Anna');
});

test('--json is for programs', () => {
  expect(JSON.parse(printed(MERGE, 'writeLetters', '--json'))).toMatchObject({
    result: 0,
    log: ['0 letters written'],
    sheets: { Sheet1: [['', 'Sent', 'Letter']] },
  });
});

describe('what the script or the stand-in has to say', () => {
  test('an error, with its place; a service that is missing', () => {
    const { code, text } = commandLine([MERGE, 'searchMail']);
    expect(code).toBe(1);
    expect(text).toMatch(
      /^error\n {2}GmailApp is not part of the local Apps Script\n {2}at searchMail/,
    );
    expect(text).toContain('not part of the local Apps Script\n  GmailApp');
  });

  test('code that cannot be read', () => {
    const { code, text } = commandLine([folderOf({ 'Code.gs': 'function go( {}' }), 'go']);
    expect(code).toBe(1);
    expect(text).toMatch(/Unexpected end of input[\s\S]*Code\.gs:1/);
  });
});

describe('mistakes', () => {
  const here = folderOf({
    'Code.gs': 'function go() {} function other() {} function hidden_() {}',
  });
  test.each([
    [[], /./, 0],
    [['--help'], /--state/, 0],
    [['nowhere', 'go'], /^There is no folder .*nowhere\./, 2],
    [[folderOf({ 'Code.ts': '' }), 'go'], /no \.gs and no \.js file/, 2],
    [[here], /^Which function\? .* It has go, other\./, 2],
    [[here, 'gone'], /^There is no function gone\. .* It has go, other\./, 2],
    [[here, 'doPost'], /^There is no function doPost\./, 2],
    [
      [here, 'go', 'Anna'],
      /The argument Anna is no JSON\. Write a text with its quotes: '"Anna"'/,
      2,
    ],
    [[here, 'go', '--query', 'a=1'], /for doGet and doPost only/, 2],
    [[here, 'doGet', '--body', 'a'], /A GET has no body/, 2],
    [[here, 'doGet', '{}'], /takes --query, no JSON/, 2],
    [[here, 'go', '--colour', 'red'], /--colour/, 2],
    [[here, 'go', '--now', 'soon'], /--now wants a date/, 2],
    [[here, 'go', '--advance', 'long'], /--advance wants minutes/, 2],
    [[here, 'go', '--property', 'a'], /--property wants name=value/, 2],
    [[here, 'go', '--sheet', 'none.csv'], /none\.csv cannot be read/, 2],
    [[here, 'go', '--answers', path.join(MERGE, 'people.csv')], /people\.csv: .*JSON/, 2],
  ] as [string[], RegExp, number][])('%j', (words, says, code) => {
    const ended = commandLine(words);
    expect(ended.text).toMatch(says);
    expect(ended.code).toBe(code);
  });

  test('answers that nobody understands', () => {
    const file = path.join(emptyFolder(), 'answers.json');
    const says = (answers: unknown) => {
      writeFileSync(file, JSON.stringify(answers));
      return printed(here, 'go', '--answers', file);
    };
    expect(says([])).toContain('It wants {"https://…"');
    expect(says({ 'https://a': { code: 200 } })).toContain('https://a has "code"; it takes status');
    expect(says({ 'https://a': { fault: 'rain' } })).toContain('there are timeout, refused, dns');
  });

  test('a CSV with a stray quote', () => {
    const folder = folderOf({ 'Code.gs': 'function go() {}', 'a.csv': 'a,b\nc,d"e\n' });
    expect(printed(folder, 'go', '--sheet', path.join(folder, 'a.csv'))).toContain(
      'a.csv: There is a stray quote in line 2.',
    );
  });
});
