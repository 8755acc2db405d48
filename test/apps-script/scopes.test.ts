/** Scopes: what the manifest allows, what Google finds in the code, and how a refusal reads. */
import { LocalAppsScript } from '../../local/apps-script';
import { errorOf, resultOf, scriptOf } from './script-of';

const AUTH = 'https://www.googleapis.com/auth/';
const only = (...scopes: string[]) => ({ scopes: scopes.map((scope) => AUTH + scope) });
const BOUND = only('spreadsheets.currentonly');
const WIDE = only('spreadsheets');

test.each([
  ['SpreadsheetApp.getActiveSpreadsheet()', '(spreadsheets.currentonly || spreadsheets)'],
  ['SpreadsheetApp.getActiveSheet()', '(spreadsheets.currentonly || spreadsheets)'],
  ["SpreadsheetApp.openById('x')", 'spreadsheets'],
  ["SpreadsheetApp.openByUrl('https://docs.google.com/spreadsheets/d/x/edit')", 'spreadsheets'],
  ["UrlFetchApp.fetch('https://example.com')", 'script.external_request'],
  ['UrlFetchApp.fetchAll([])', 'script.external_request'],
  ["Jdbc.getConnection('jdbc:postgresql://db.example.com:5432/shop')", 'script.external_request'],
  ["SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))", 'script.container.ui'],
  [
    "SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(''), 'Title')",
    'script.container.ui',
  ],
  ["ScriptApp.newTrigger('go')", 'script.scriptapp'],
  ['ScriptApp.getProjectTriggers()', 'script.scriptapp'],
  ["MailApp.sendEmail('a@example.com', 'b', 'c')", 'script.send_mail'],
  ['MailApp.getRemainingDailyQuota()', 'script.send_mail'],
  ['Session.getActiveUser()', 'userinfo.email'],
  ['Session.getEffectiveUser()', 'userinfo.email'],
])('without the scope, %s is refused', (call, needed) => {
  const { error } = scriptOf(`function go() { ${call}; }`, { scopes: [] }).run('go');
  const method = /(\w+)\((?:\[\]|[^()]*|HtmlService.*)\)$/.exec(call)?.[1];
  expect(error).toContain(`.${method}. Required permissions: `);
  expect(error?.split('Required permissions: ')[1]?.replaceAll(AUTH, '')).toBe(needed);
  expect(error).toMatch(/^You do not have permission to call /);
});

test('the other words that Google has for it', () => {
  const script = scriptOf('function go() { Session.getActiveUser(); }', { scopes: [] });
  script.quirks.missingScopeWords = 'Specified permissions are not sufficient to call';
  expect(script.run('go').error).toBe(
    `Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: ${AUTH}userinfo.email`,
  );
});

test('the manifest of the folder counts', () => {
  const script = scriptOf({
    'Code.js': 'function go() { return SpreadsheetApp.getActive().getName(); }',
    'appsscript.json': JSON.stringify({ oauthScopes: [`${AUTH}script.external_request`] }),
  });
  expect(script.run('go').error).toMatch(/^You do not have permission to call SpreadsheetApp/);
});

test('without scopes in the manifest, what the code names is allowed, and nothing else', () => {
  const hidden = "this['Url' + 'FetchApp'].fetchAll([])";
  expect(errorOf(hidden)).toMatch(/^You do not have permission to call UrlFetchApp.fetchAll/);
  expect(errorOf(`${hidden}; UrlFetchApp.fetchAll([]);`)).toBe('no error');
  const opens = 'SpreadsheetApp.openById(sheet.getParent().getId())';
  expect(errorOf(opens)).toBe('no error');
  expect(errorOf(`/** @OnlyCurrentDoc */ ${opens}`)).toMatch(/auth\/spreadsheets$/);
});

test('a manifest that is no JSON is told', () => {
  const script = scriptOf({ 'Code.js': 'function go() {}', 'appsscript.json': '{' });
  expect(script.run('go').error).toMatch(/appsscript\.json is no JSON/);
});

describe('opening a spreadsheet by its id', () => {
  const OPENS = `
    const own = () => SpreadsheetApp.getActive().getId();
    function own_() { return own(); }
    function open(id) { return SpreadsheetApp.openById(id).getName(); }
    function byUrl(id) { return SpreadsheetApp.openByUrl('https://docs.google.com/spreadsheets/d/' + id + '/edit#gid=0').getName(); }
    function doGet(e) { return ContentService.createTextOutput(open(e.parameter.id)); }`;
  const opening = (options: { scopes: string[] }) => {
    const script = scriptOf(OPENS, options);
    return { script, id: String(script.run('own_').result) };
  };

  test('with the wide scope: the own one, in every context; no other one is here', () => {
    const { script, id } = opening(WIDE);
    expect(script.run('open', [id]).result).toBe('Local spreadsheet');
    expect(script.run('byUrl', [id]).result).toBe('Local spreadsheet');
    expect(script.echo(script.get(`id=${id}`).headers.location ?? '')).toBe('Local spreadsheet');
    expect(script.run('open', ['another']).error).toMatch(
      /^Unexpected error while getting the method or property openById/,
    );
  });

  test('with the narrow scope: only a page of the document may, and only the own one', () => {
    const { script, id } = opening(BOUND);
    const refusal = `You do not have permission to call SpreadsheetApp.openById. Required permissions: ${AUTH}spreadsheets`;
    expect(script.run('open', [id]).error).toBe(refusal);
    expect(script.get(`id=${id}`).body).toContain(refusal);
    expect(script.page('open', [id])).toBe('Local spreadsheet');
    expect(() => script.page('open', ['another'])).toThrow(refusal);
    script.quirks.pageMayOpenOwn = false;
    expect(() => script.page('open', [id])).toThrow(refusal);
  });

  test('is a call that costs', () => {
    const { script, id } = opening(WIDE);
    expect(script.run('open', [id])).toMatchObject({ calls: { 'spreadsheet.read': 1 } });
  });
});

describe('where the active spreadsheet is given', () => {
  const SEES = `
    function sees() { return [SpreadsheetApp.getActiveSpreadsheet(), SpreadsheetApp.getActive(), SpreadsheetApp.getActiveSheet(), SpreadsheetApp.getActiveRange()].map(Boolean); }
    function doGet() { return HtmlService.createHtmlOutput(sees().join()); }
    function install() { ScriptApp.newTrigger('sees').timeBased().everyMinutes(1).create(); }`;
  const ALL = [true, true, true, true];
  const NONE = [false, false, false, false];

  test.each([
    ['everywhere', {}, ALL, ALL],
    ['not in the web app', { activeInWebApp: false }, NONE, ALL],
    ['not in a trigger', { activeInTrigger: false }, ALL, NONE],
  ])('%s', (_, quirks, inWebApp, inTrigger) => {
    const script = scriptOf(SEES);
    script.run('install');
    Object.assign(script.quirks, quirks);
    const answer = script.get();
    expect(answer.body).toContain(inWebApp.join(','));
    expect(script.webPage(answer).run('sees')).toEqual(inWebApp);
    expect(script.advance(60_000)[0]?.result).toEqual(inTrigger);
    expect(script.page('sees')).toEqual(ALL);
    expect(script.run('sees', [], 'menu').result).toEqual(ALL);
  });
});

describe('the web app’s address as the script is told it', () => {
  const CODE = 'function where() { return ScriptApp.getService().getUrl(); }';

  test('its own, unless a test knows better', () => {
    expect(scriptOf(CODE, { webAppUrl: 'https://example.com/exec' }).page('where')).toBe(
      'https://example.com/exec',
    );
  });

  test('in each context another one', () => {
    const script = scriptOf(CODE);
    const dev = 'https://script.google.com/macros/s/head/dev';
    script.quirks.webAppUrlTold = (as) => (as === 'menu' ? dev : null);
    expect(script.run('where', [], 'menu').result).toBe(dev);
    expect(script.page('where')).toBeNull();
  });
});

test('a restart does not change what the scopes allow', () => {
  const script = scriptOf('function go() { return SpreadsheetApp.getActive().getName(); }', BOUND);
  const again = new LocalAppsScript({ folder: script.folder, state: script.save(), scopes: [] });
  expect(script.run('go').error).toBeUndefined();
  expect(again.run('go').error).toMatch(/^You do not have permission/);
  expect(resultOf('return sheet.getName();', WIDE)).toBe('Sheet1');
});
