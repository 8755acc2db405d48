/** The picture of the README's first screen: from the link to the reward in five steps, played by clicking. */
import type { Locator, Page } from 'playwright-core';
import type { Running } from './playground/server';

/** In pixels: five steps side by side must still be readable. */
const PHONE = { width: 290, height: 470 };
const SHEETS = 452;

const LOOK = `
  .sentences { display: none !important }
  main { grid-template-columns: ${PHONE.width}px minmax(0, 1fr) !important }
  .phone { flex: none; height: ${PHONE.height}px; border-width: 6px }
  .phone-top .owner { font-size: 12px }
`;

const CAPTIONS = {
  link: 'Amina asks for her link',
  join: 'Ben taps it and joins',
  purchase: 'Ben buys: a row from the till, and its result',
  ready: 'The ledger says who gets what; the owner gives',
  coupon: 'Amina has her coupon',
} as const;

type Step = keyof typeof CAPTIONS;

/** Begins again with a shop that promises rewards. @param file where the picture goes */
export async function storyPicture(page: Page, running: Running, file: string): Promise<void> {
  running.playground.reset(true);
  await page.goto(running.address);
  await page.addStyleTag({ content: LOOK });
  const pictures = await play(page, running);
  await page.setContent(strip(pictures));
  await page.locator('main').screenshot({ path: file });
}

async function play(page: Page, { playground }: Running): Promise<Record<Step, string>> {
  const heard = (text: string | RegExp) =>
    page.locator('.bubble').filter({ hasText: text }).last().waitFor();
  const phone = () => taken(page, page.locator('.phone'));
  const hand = playground.script.spreadsheet;

  await page.locator('.composer textarea').fill('Link');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open my link' }).waitFor();
  const link = await phone();

  await page.getByRole('button', { name: 'Open my link' }).click();
  await page.getByRole('button', { name: /^Ben Martel/ }).click();
  await page.getByText('Two minutes later').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Send' }).click();
  await heard(/10 % off/);
  const join = await phone();

  await page.getByRole('button', { name: 'Ben buys something…' }).click();
  await page.getByRole('button', { name: 'Buy', exact: true }).click();
  await page.getByText('the purchase has its Result').waitFor({ state: 'attached' });
  hand.moveColumn('Purchases', 'Date', 5);
  playground.changed();
  const purchase = await cells(page, hand.columnOf('Purchases', 'Result'), 'Purchases', 1);

  await page.getByRole('button', { name: '+25 h' }).click();
  await page.locator('.hint').filter({ hasText: '5 of 6' }).waitFor();
  const last = hand.columnOf('Rewards', 'State');
  const ready = await cells(page, last, 'Rewards', hand.columnOf('Rewards', 'Name'));

  await page.locator('.people').getByRole('tab', { name: 'Amina' }).click();
  await heard('Here is your coupon');
  return { link, join, purchase, ready, coupon: await phone() };
}

/** The first rows of a tab, from one column to another. */
async function cells(page: Page, last: number, tab: string, first: number): Promise<string> {
  await page
    .locator('.sheet-tabs')
    .getByRole('tab', { name: new RegExp(`^${tab}`) })
    .click();
  await page.locator(`#cell-2-${last}`).filter({ hasText: /\w/ }).waitFor();
  await page.waitForTimeout(SETTLED);
  const from = await page.locator(`#cell-1-${first}`).boundingBox();
  const to = await page.locator(`#cell-4-${last}`).boundingBox();
  if (!from || !to) throw new Error(`The tab ${tab} is not on the screen.`);
  const { x, y } = from;
  const clip = { x, y, width: to.x + to.width - x, height: to.y + to.height - y };
  return (await page.screenshot({ clip })).toString('base64');
}

/** What has changed has ceased to glow by then. */
const SETTLED = 2500;

async function taken(page: Page, what: Locator): Promise<string> {
  await page.waitForTimeout(500);
  return (await what.screenshot()).toString('base64');
}

function strip(pictures: Record<Step, string>): string {
  const step = (name: Step, number: number) => `<figure class="${name}">
    <figcaption><b>${number}</b>${CAPTIONS[name]}</figcaption>
    <img src="data:image/png;base64,${pictures[name]}" alt="">
  </figure>`;
  return `<style>
    body { margin: 0; font: 600 15px/1.35 system-ui, sans-serif; color: #1d2522 }
    main { display: grid; grid-template-columns: ${PHONE.width}px ${PHONE.width}px ${SHEETS}px ${PHONE.width}px; gap: 14px; width: max-content; padding: 4px; background: #fff }
    figure { margin: 0; display: grid; gap: 8px; align-content: start }
    figcaption { display: flex; gap: 8px; align-items: center }
    b { flex: none; width: 24px; height: 24px; border-radius: 50%; background: #0b6b50; color: #fff; text-align: center; line-height: 24px }
    img { width: 100% }
    .sheets { display: grid; gap: 34px; align-content: center }
    .sheets img { border: 1px solid #c4c9c5; border-radius: 6px; box-sizing: border-box }
  </style>
  <main>${step('link', 1)}${step('join', 2)}<div class="sheets">${step('purchase', 3)}${step('ready', 4)}</div>${step('coupon', 5)}</main>`;
}
