/** What the owner's hand does for the suite, at a sheet of the stand-in. */
import type { LocalAppsScript, MenuItem } from '..';
import { openPage } from './browser';

/** Opens the sheet, types into its first cell, and clicks each item of the suite's menu. */
export function playOwner(script: LocalAppsScript): void {
  script.open();
  script.spreadsheet.type('Sheet1', 1, 1, 'x');
  const items = script.menus.flatMap((menu) => menu.items);
  for (const item of items) if (isClickable(item)) script.run(item.function, [], 'menu');
  const { dialog } = script.ui;
  if (!dialog) return;
  const { html, functions } = dialog;
  openPage({ html, functions, run: (name, args) => script.page(name, args) });
}

const isClickable = (item: MenuItem): item is { name: string; function: string } =>
  'function' in item;
