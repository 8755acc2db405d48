/**
 * A pass for every page that the script opens. The page sends it back with each call: whoever can call the script
 * without having been shown a page of it has none. It stands beside {@link onlyTheDocument} and does not rely on it.
 */
import { parsed } from '../script/properties';
import type { Services } from '../script/services';
import type { PageName } from './wire';

/** The file with all pages, and what stands in it for the one to show and for its pass. */
const FILE = 'Pages';
const PAGE_PLACE = '{page}';
const PASS_PLACE = '{pass}';

/** In Script Properties: the passes that are in force, newest first, as JSON. */
const PASSES = 'passes';

/** Counted from the last call: a sidebar that stays open over a weekend goes on working. */
const LIFE_MS = 3 * 24 * 60 * 60 * 1000;
/** So many windows may be open at once; the oldest has to be opened again. */
const MOST = 40;

/** The cache saves a look at the properties; it keeps nothing for longer than six hours. */
const CACHED_SECONDS = 21_600;

interface Pass {
  pass: string;
  /** Milliseconds. */
  until: number;
}

/** A page that is shown to the owner, with a pass of its own in it. */
export function pageWithPass(name: PageName, services: Services): GoogleAppsScript.HTML.HtmlOutput {
  const html = HtmlService.createTemplateFromFile(FILE).getRawContent();
  const page = html.replace(PAGE_PLACE, name).replace(PASS_PLACE, newPass(services));
  return HtmlService.createHtmlOutput(page);
}

/** @throws Error (code `noPass`) when this is no pass, or none any more */
export function checkPass(given: unknown, services: Services): void {
  const pass = String(given);
  if (services.cache.get(cacheKey(pass))) return;
  const all = inForce(services);
  const others = all.filter((one) => one.pass !== pass);
  if (others.length === all.length) {
    throw new Error('This window has been open for a long time: close it and open it again.', {
      cause: { code: 'noPass' },
    });
  }
  keep(pass, others, services);
}

function newPass(services: Services): string {
  const pass = `${Utilities.getUuid()}${Utilities.getUuid()}`.replace(/-/g, '');
  keep(pass, inForce(services), services);
  return pass;
}

function keep(pass: string, others: Pass[], { cache, properties, now }: Services): void {
  const all = [{ pass, until: now() + LIFE_MS }, ...others].slice(0, MOST);
  properties.setProperty(PASSES, JSON.stringify(all));
  cache.put(cacheKey(pass), '1', CACHED_SECONDS);
}

function inForce({ properties, now }: Services): Pass[] {
  const all = parsed<Pass[]>(properties.getProperty(PASSES) ?? undefined) ?? [];
  return all.filter(({ until }) => until > now());
}

function cacheKey(pass: string): string {
  return `pass.${pass.slice(0, 64)}`;
}
