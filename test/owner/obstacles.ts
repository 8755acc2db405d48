/** What is in the way of whoever uses a page by keyboard or has it read out to them, on a screen or in memory. */
import { readFileSync } from 'node:fs';
import type { PageFrame } from './surface';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the page, by all of its rules, or by those about colours where only they have changed. Colours are seen in Chromium alone. */
export async function obstacles(
  frame: PageFrame,
  { colours = false }: { colours?: boolean } = {},
): Promise<string[]> {
  if (await frame.evaluate("typeof axe === 'undefined'")) await frame.evaluate(AXE);
  const runOnly = colours ? "runOnly: ['color-contrast', 'link-in-text-block']," : '';
  const { violations } = (await frame.evaluate(
    `axe.run({ ${runOnly} resultTypes: ['violations'] })`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What has the focus: its words, label or placeholder. */
export function focused(frame: PageFrame): Promise<string> {
  return frame.evaluate(`(() => {
    const { activeElement: at } = document;
    return at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent;
  })()`) as Promise<string>;
}
