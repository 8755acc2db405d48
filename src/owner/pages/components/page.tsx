/** What every page has: its heading, a place for toasts, and a keyboard that keeps its place through updates. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { PageName } from '../../wire';
import { keepFocus } from '../shared/keep-focus';
import { setHeight } from '../shared/server';
import { Toasts } from './toast';

interface PageProps {
  /** The page's name. Google shows it above the page, so that here only screen readers are told. */
  title: string;
  /** Whether there is something to see or to do yet. */
  ready: boolean;
  /** Whether the dialog is to be as high as what is in it. */
  fits?: boolean;
  children: ComponentChildren;
}

export function Page({ title, ready, fits = false, children }: PageProps) {
  useLayoutEffect(() => {
    if (ready) main().removeAttribute('aria-busy');
    else main().setAttribute('aria-busy', 'true');
  }, [ready]);
  useEffect(() => keepFocus(main()), []);
  useEffect(() => (fits ? fitDialog() : undefined), []);
  return (
    <>
      <h1 class="hidden">{title}</h1>
      {children}
      <Toasts />
    </>
  );
}

/** In pixels: lower looks lost, and higher does not fit on small screens. */
const LOWEST = 200;
const HIGHEST = 600;

/** @returns what ends it */
function fitDialog(): () => void {
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(main().getBoundingClientRect().height);
    setHeight(Math.min(HIGHEST, Math.max(LOWEST, height)));
  });
  observer.observe(main());
  return () => observer.disconnect();
}

/** The place that the page's HTML keeps for everything. */
export function main(): HTMLElement {
  return document.getElementById('page') as HTMLElement;
}

/** The page that the script asked for. */
export function shownPage(): PageName {
  return main().dataset.page as PageName;
}
