/** The tests' own DOM is no kinder than a browser: what Playwright refuses there is refused here, and what it finds is found. */
import type { Browser } from 'playwright-core';
import { describePage, forChromium, inChromium } from '../at-a-desk';
import type { PageFrame } from '../surface';
import { OpenPage } from './open-page';

const PATIENCE = inChromium ? 2000 : 300;

describePage('a page of the tests', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (inChromium) browser = await forChromium().launchChromium();
  });
  afterAll(() => browser?.close());

  async function show(body: string): Promise<PageFrame> {
    const html = `<!doctype html><html><body>${body}</body></html>`;
    if (!browser) return OpenPage.open(html, () => undefined, PATIENCE);
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setContent(html);
    return page.mainFrame();
  }

  test.each([
    ['two of them', '<button>A</button><button>A</button>'],
    ['none', '<button>B</button>'],
    ['a disabled one', '<button disabled>A</button>'],
    ['one that is busy', '<button aria-disabled="true">A</button>'],
    ['one in a disabled group', '<fieldset disabled><button>A</button></fieldset>'],
    ['one in a hidden part', '<div hidden><button>A</button></div>'],
    ['one that is not drawn', '<p style="display: none"><button>A</button></p>'],
    ['one that screen readers pass over', '<p aria-hidden="true"><button>A</button></p>'],
    ['one in a closed fold', '<details><summary>More</summary><button>A</button></details>'],
    ['one in a closed dialog', '<dialog><button>A</button></dialog>'],
    ['one called otherwise', '<button aria-label="B">A</button>'],
  ])('does not press %s', async (_, body) => {
    const frame = await show(body);
    await expect(frame.getByRole('button', { name: 'A' }).click()).rejects.toThrow();
  });

  test.each([
    ['a hidden field', '<label for="f">F</label><input id="f" hidden>'],
    ['a disabled field', '<label for="f">F</label><input id="f" disabled>'],
    ['a field that is not changed here', '<label for="f">F</label><input id="f" readonly>'],
    ['a box to tick', '<label for="f">F</label><input id="f" type="checkbox">'],
  ])('does not fill %s', async (_, body) => {
    const frame = await show(body);
    await expect(frame.getByLabel('F').fill('x')).rejects.toThrow();
  });

  test('takes no option that is not there, and waits for nothing that is not seen', async () => {
    const frame = await show('<select><option>A</option></select><p></p><p hidden>Words</p>');
    await expect(frame.getByRole('combobox').selectOption('B')).rejects.toThrow();
    await expect(frame.locator('p').first().waitFor()).rejects.toThrow();
    await expect(frame.getByText('Words').waitFor()).rejects.toThrow();
    await frame.getByText('Words').waitFor({ state: 'attached' });
    await frame.getByText('Other').waitFor({ state: 'detached' });
  });

  test('finds words in their innermost place, in any case, and all of them where it is told to', async () => {
    const frame = await show(
      '<section><p>Some <b>words</b> here</p><p>words</p></section><script>"words"</script>',
    );
    expect(await frame.getByText('WORDS').allTextContents()).toEqual(['words', 'words']);
    expect(await frame.getByText('some words').allTextContents()).toEqual(['Some words here']);
    expect(await frame.getByText('word', { exact: true }).count()).toBe(0);
    expect(await frame.getByText(/^words/).count()).toBe(2);
    expect(await frame.locator('b').getByText('words').count()).toBe(1);
  });

  test('knows what things are called', async () => {
    const frame = await show(`
      <h2>Title<span hidden> unseen</span></h2>
      <section aria-label="Part"><ul><li>One</li></ul></section><section>Nameless</section>
      <label for="a">First</label><input id="a"><label>Second <input type="checkbox"></label>
      <a href="#">Link <span aria-hidden="true">→</span></a><a>None</a>`);
    expect(await frame.getByRole('heading', { name: 'Title', exact: true }).count()).toBe(1);
    expect(await frame.getByRole('region').count()).toBe(1);
    expect(await frame.getByRole('textbox', { name: 'first' }).count()).toBe(1);
    expect(await frame.getByRole('checkbox', { name: 'Second' }).count()).toBe(1);
    expect(await frame.getByRole('link').count()).toBe(1);
    expect(await frame.getByRole('link', { name: 'Link', exact: true }).count()).toBe(1);
  });

  test('a press, Enter and typing have their events, and forms are sent once', async () => {
    const frame = await show(`
      <form><label for="a">A</label><input id="a" required><button>Send</button></form>
      <label for="b">B</label><input id="b" type="checkbox">
      <script>
        window.said = [];
        for (const type of ['focusin', 'focusout', 'input', 'change', 'click', 'submit']) {
          document.addEventListener(type, (event) => {
            said.push(type + ' ' + (event.target.id || event.target.tagName));
            if (type === 'submit') event.preventDefault();
          });
        }
      </script>`);
    const said = () => frame.evaluate('said.splice(0).join(", ")');
    await frame.getByLabel('A').fill('x');
    expect(await said()).toBe('focusin a, input a');
    await frame.getByRole('button', { name: 'Send' }).click();
    expect(await said()).toBe('change a, focusout a, focusin BUTTON, click BUTTON, submit FORM');
    await frame.getByLabel('A').press('Enter');
    expect(await said()).toBe('focusout BUTTON, focusin a, click BUTTON, submit FORM');
    await frame.getByLabel('A').fill('y');
    await frame.getByLabel('A').press('Enter');
    expect(await said()).toBe('input a, change a, click BUTTON, submit FORM');
    await frame.getByLabel('A').fill('');
    await said();
    await frame.getByRole('button', { name: 'Send' }).click();
    expect(await said()).not.toContain('submit');
    await frame.getByLabel('B').check();
    expect(await said()).toMatch(/click b, input b, change b$/);
  });
});
