/** The moving picture of the README's first screen: from the link to the reward, played by clicking in the playground. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { apng } from './apng';
import type { Running } from './playground/server';

/** In pixels: phone and sheet beside each other; and how wide the picture is that the README shows. */
const STAGE = { width: 1280, height: 760 };
const WIDTH = 960;

const LOOK = `
  .hint, .sentences, .happened, header.top { display: none !important }
  main { grid-template-columns: 330px minmax(0, 1fr) !important }
`;

/** So long a step can be read, and the last one before it begins again. */
const STEP_MS = 2600;
const LAST_MS = 4000;

/** What has just changed still glows then. */
const DRAWN_MS = 700;

/** Begins again with a shop that promises rewards. @param file where the picture goes */
export async function storyPicture(page: Page, running: Running, file: string): Promise<void> {
  running.playground.reset(true);
  await page.setViewportSize(STAGE);
  await page.goto(running.address);
  await page.addStyleTag({ content: LOOK });
  const steps = await play(page, running);
  const pictures: Buffer[] = [];
  for (const [index, { says, shown }] of steps.entries()) {
    await page.setContent(slide(`${index + 1}`, says, shown));
    pictures.push(await page.locator('main').screenshot({ scale: 'css' }));
  }
  const last = pictures.length - 1;
  const frames = pictures.map((png, index) => ({ png, ms: index === last ? LAST_MS : STEP_MS }));
  writeFileSync(file, apng(frames));
}

interface StoryStep {
  says: string;
  /** The page at that moment, as base64. */
  shown: string;
}

async function play(page: Page, { playground }: Running): Promise<StoryStep[]> {
  const steps: StoryStep[] = [];
  const tell = async (says: string) => {
    await page.waitForTimeout(DRAWN_MS);
    steps.push({ says, shown: (await page.screenshot({ scale: 'css' })).toString('base64') });
  };
  const heard = (text: string | RegExp) =>
    page.locator('.bubble').filter({ hasText: text }).last().waitFor();
  const openTab = (name: string) =>
    page
      .locator('.sheet-tabs')
      .getByRole('tab', { name: new RegExp(`^${name}`) })
      .click();

  await page.locator('.composer textarea').fill('Link');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open my link' }).waitFor();
  await tell('Amina asks for her link');

  await page.getByRole('button', { name: 'Open my link' }).click();
  await page.getByRole('button', { name: /^Ben Martel/ }).click();
  await page.getByText('Two minutes later').waitFor({ state: 'attached' });
  await tell('Ben taps it: the sentence is filled in');

  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await heard(/10 % off/);
  await tell('He is welcomed, and stands in the sheet with her name beside his');

  const people = page.locator('.people');
  await people.getByRole('tab', { name: 'Amina' }).click();
  await heard(/Ben/);
  await tell('Amina is told');

  await people.getByRole('tab', { name: 'Ben' }).click();
  await page.getByRole('button', { name: 'Ben buys something…' }).click();
  await page.getByRole('button', { name: 'Buy', exact: true }).click();
  await page.getByText('the purchase has its Result').waitFor({ state: 'attached' });
  await openTab('Purchases');
  await tell('Ben buys: a row from the till, and its result');

  playground.advance(25 * 60 * 60 * 1000);
  await people.getByRole('tab', { name: 'Amina' }).click();
  await heard('Here is your coupon');
  await openTab('Rewards');
  await tell('Amina has her coupon; the ledger says who gets what');
  return steps;
}

function slide(number: string, says: string, shown: string): string {
  return `<style>
    body { margin: 0; background: #fff; color: #1d2522; font: 600 20px/1.3 system-ui, sans-serif }
    main { width: ${WIDTH}px }
    p { display: flex; gap: 12px; align-items: center; margin: 0; padding: 12px 16px }
    b { flex: none; width: 32px; height: 32px; border-radius: 50%; background: #0b6b50; color: #fff; text-align: center; line-height: 32px }
    img { display: block; width: 100% }
  </style>
  <main><p><b>${number}</b>${says}</p><img src="data:image/png;base64,${shown}" alt=""></main>`;
}
