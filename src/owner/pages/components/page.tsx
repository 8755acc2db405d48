/** What every page has: its heading, a place for toasts, and a keyboard that keeps its place through updates. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { PageName } from '../../wire';
import { keepFocus } from '../shared/keep-focus';
import { Toasts } from './toast';

interface PageProps {
  /** The page's name. Google shows it above the page, so that here only screen readers are told. */
  title: string;
  /** Whether there is something to see or to do yet. */
  ready: boolean;
  children: ComponentChildren;
}

export function Page({ title, ready, children }: PageProps) {
  useLayoutEffect(() => {
    if (ready) main().removeAttribute('aria-busy');
    else main().setAttribute('aria-busy', 'true');
  }, [ready]);
  useEffect(() => keepFocus(main()), []);
  return (
    <>
      <h1 class="hidden">{title}</h1>
      {children}
      <Toasts />
    </>
  );
}

/** The place that the page's HTML keeps for everything. */
export function main(): HTMLElement {
  return document.getElementById('page') as HTMLElement;
}

/** The page that the script asked for. */
export function shownPage(): PageName {
  return main().dataset.page as PageName;
}
