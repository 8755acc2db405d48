/** Sources as the owner's pages ask for them. */
import { newSourceCode } from '../program/codes';
import { cleanName } from '../program/names';
import { type Source, sourceLink } from '../program/sources';
import { locked } from '../script/lock';
import { openProgram } from '../script/program';
import { POSTER, parsed, type Store, tabIdsIn } from '../script/properties';
import type { Services } from '../script/services';
import { openSources } from '../script/tabs';
import type { PosterLook } from './wire';

/** A poster has room for no more; a script property holds 9 KB. */
const LONGEST = 300;

/** What the last poster looked like; null before the first. */
export function posterIn(store: Store): PosterLook | null {
  return parsed<PosterLook>(store[POSTER]);
}

/** The source that a poster leads to; the next poster begins with the same words and colour. @throws as {@link makeSource} */
export function makePoster(services: Services, name: string, look: PosterLook): Source {
  const source = makeSource(services, name);
  const [headline, line, colour] = [look.headline, look.line, look.colour].map((text) =>
    String(text).slice(0, LONGEST),
  );
  services.properties.setProperty(POSTER, JSON.stringify({ headline, line, colour }));
  return source;
}

/**
 * The source with this name; it is added where there is none.
 *
 * @throws Error when there is no name, or no tab for it, {Busy} when the lock is not to be had
 */
function makeSource(services: Services, given: string): Source {
  const name = cleanName(String(given));
  if (!name)
    throw new Error('Give the poster a name first: you find it by that in the tab Sources.');
  const store = services.properties.getProperties();
  if (tabIdsIn(store).Sources === undefined) {
    throw new Error('The tab Sources is missing. Use Referrals → Check set-up to make it.');
  }
  const { settings } = openProgram(store, services);
  return locked(services, () => {
    const tab = openSources({ services, store });
    const same = (one: Source) => one.code !== '' && one.name.toLowerCase() === name.toLowerCase();
    const known = tab.all().find(same);
    if (known) return known;
    const code = newSourceCode(services.random);
    const source: Source = { name, code, link: sourceLink(code, settings), referrals: '0' };
    tab.add(source);
    tab.save();
    return source;
  });
}
