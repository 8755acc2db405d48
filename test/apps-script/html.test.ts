/** HtmlService: pages, templates with scriptlets, and the door of google.script.run. */
import { finished, scriptOf } from './script-of';

const content = (html: string, code: string) => {
  const script = scriptOf({ 'page.html': html, 'Code.js': `function go() { ${code} }` });
  return finished(script.run('go')).result;
};

test('a page from a file, and one made of text', () => {
  expect(
    content(
      '<p>file</p>',
      "return [HtmlService.createHtmlOutputFromFile('page').getContent(), HtmlService.createHtmlOutput('a').append('<b>').appendUntrusted('<b>').getContent()];",
    ),
  ).toEqual(['<p>file</p>', 'a<b>&lt;b&gt;']);
});

test('scriptlets: code, escaped print, raw print, variables and the script’s functions', () => {
  const html =
    '<? for (const name of names) { ?><li><?= name ?></li><? } ?><?!= raw ?><?= twice(2) ?>';
  const code = `
    const page = HtmlService.createTemplateFromFile('page');
    page.names = ['<Anna>', 'Ben & Co'];
    page.raw = '<hr>';
    return page.evaluate().getContent(); } function twice(n) { return 2 * n;`;
  expect(content(html, code)).toBe('<li>&lt;Anna&gt;</li><li>Ben &amp; Co</li><hr>4');
});

test('a file that is not there', () => {
  expect(
    scriptOf("function go() { HtmlService.createHtmlOutputFromFile('none'); }").run('go').error,
  ).toBe('No HTML file named none was found.');
});

describe('google.script.run', () => {
  const script = () =>
    scriptOf(`
      function add(a, b) { return { sum: a + b, list: [1, null], nothing: undefined }; }
      function date() { return { at: new Date() }; }
      function fails() { throw new Error('no such client'); }
      function hidden_() { return 1; }
      function where() { return SpreadsheetApp.getUi() ? 'screen' : ''; }
      const arrow = () => 1;`);

  test('copies arguments and results', () => {
    expect(script().page('add', [1, 2])).toEqual({ sum: 3, list: [1, null] });
    expect(script().page('where')).toBe('screen');
  });

  test('the failure handler gets the error', () => {
    expect(() => script().page('fails')).toThrow('no such client');
  });

  test('names that end in _ and what is no top-level function cannot be called', () => {
    expect(() => script().page('hidden_')).toThrow('Script function not found: hidden_');
    expect(() => script().page('arrow')).toThrow('Script function not found: arrow');
  });

  test('a Date anywhere makes the call fail', () => {
    expect(() => script().page('date')).toThrow(/cannot carry a Date/);
    expect(() => script().page('add', [{ deep: [new Date()] }])).toThrow(/cannot carry a Date/);
  });
});

test('menus, sidebar, dialog, questions and toasts appear on the owner’s screen', () => {
  const script = scriptOf(`
    function onOpen() {
      const ui = SpreadsheetApp.getUi();
      ui.createMenu('Referrals').addItem('List', 'list').addSeparator()
        .addSubMenu(ui.createMenu('More').addItem('Check', 'check')).addToUi();
    }
    function list() {
      const ui = SpreadsheetApp.getUi();
      ui.showSidebar(HtmlService.createHtmlOutput('<p>side</p>').setTitle('Side'));
      ui.showModalDialog(HtmlService.createHtmlOutput('<p>dialog</p>').setWidth(500).setHeight(300), 'Ask');
      SpreadsheetApp.getActive().toast('done');
      const answer = ui.prompt('Name', 'Your name?', ui.ButtonSet.OK_CANCEL);
      return [ui.alert('Sure?', ui.ButtonSet.YES_NO) === ui.Button.NO, answer.getSelectedButton() === ui.Button.OK, answer.getResponseText()];
    }`);
  expect(script.menus).toEqual([]);
  finished(script.open()!);
  expect(script.menus).toEqual([
    {
      name: 'Referrals',
      items: [
        { name: 'List', function: 'list' },
        { separator: true },
        { name: 'More', items: [{ name: 'Check', function: 'check' }] },
      ],
    },
  ]);
  script.ui.answers = ({ kind }) =>
    kind === 'alert' ? { button: 'NO' } : { button: 'OK', text: 'Anna' };
  const execution = finished(script.run('list', [], 'menu'));
  expect(execution.result).toEqual([true, true, 'Anna']);
  expect(execution.alerts).toHaveLength(2);
  expect(script.ui.sidebar).toEqual({
    title: 'Side',
    html: '<p>side</p>',
    width: 300,
    height: 400,
    functions: ['onOpen', 'list'],
  });
  expect(script.ui.dialog).toEqual({
    title: 'Ask',
    html: '<p>dialog</p>',
    width: 500,
    height: 300,
    functions: ['onOpen', 'list'],
  });
  expect(script.ui.toasts).toMatchObject([{ text: 'done' }]);
});

test.each(['webApp', 'trigger'] as const)('there is no screen for %s', (as) => {
  const script = scriptOf('function go() { SpreadsheetApp.getUi(); }');
  expect(script.run('go', [], as).error).toBe(
    'Cannot call SpreadsheetApp.getUi() from this context.',
  );
});

test('the meta tags of a page are a list, and only some are allowed', () => {
  expect(
    content(
      '',
      `const page = HtmlService.createHtmlOutput('').addMetaTag('viewport', 'width=device-width');
       return page.getMetaTags().map((tag) => [tag.getName(), tag.getContent()]);`,
    ),
  ).toEqual([['viewport', 'width=device-width']]);
  const script = scriptOf(
    "function go() { HtmlService.createHtmlOutput('').addMetaTag('author', 'x'); }",
  );
  expect(script.run('go').error).toBe('The meta tag you specified is not allowed in this context.');
});
