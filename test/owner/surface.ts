/** What most tests ask of an owner's page: the part of Playwright's `Frame` and `Locator` that needs no layout. */
import type { Frame } from 'playwright-core';

export type Words = string | RegExp;
export type Role = Parameters<Frame['getByRole']>[0];

/** Where things can be looked for. */
export interface Surface {
  getByRole(role: Role, options?: { name?: Words; exact?: boolean }): Part;
  getByText(text: Words, options?: { exact?: boolean }): Part;
  getByLabel(text: Words, options?: { exact?: boolean }): Part;
  locator(css: string, options?: { hasText?: Words }): Part;
}

/** What was looked for: found anew each time that something is done with it. */
export interface Part extends Surface {
  filter(options?: { has?: Part; hasText?: Words }): Part;
  first(): Part;
  last(): Part;
  nth(index: number): Part;

  click(): Promise<void>;
  fill(text: string): Promise<void>;
  press(key: string): Promise<void>;
  check(): Promise<void>;
  uncheck(): Promise<void>;
  selectOption(option: string | { label: string }): Promise<unknown>;
  setInputFiles(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;

  waitFor(options?: {
    state?: 'attached' | 'detached' | 'visible' | 'hidden';
    timeout?: number;
  }): Promise<void>;
  count(): Promise<number>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<string[]>;
  allInnerTexts(): Promise<string[]>;
  inputValue(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  isVisible(): Promise<boolean>;
}

/** A page of the script, on a screen or in memory. */
export interface PageFrame extends Surface {
  evaluate(code: string): Promise<unknown>;
}
