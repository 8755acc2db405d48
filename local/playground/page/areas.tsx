/** The parts of the page; where the screen is too small for all of them, one at a time, with a switch between them. */
import type { ComponentChildren } from 'preact';
import { type Area, useApp, useView } from './app';
import { Happened } from './happened/happened';
import { Sidebar } from './panels/panels';
import { People } from './phones/people';
import { Phone } from './phones/phone';
import type { Sheet } from './sheet/sheet';
import { SheetArea } from './sheet/sheet-area';
import { useShown } from './shown';

const NAMES: Record<Area, string> = {
  phones: 'Phones',
  sheet: 'Sheet',
  sidebar: 'Sidebar',
  happened: 'What happened',
};

export function Areas({ sheet }: { sheet: Sheet }) {
  const area = useShown(useApp().area);
  const { sidebar } = useView();
  const shown = area === 'sidebar' && !sidebar ? 'sheet' : area;
  return (
    <>
      <Switch shown={shown} isOpen={(one) => one !== 'sidebar' || sidebar !== null} />
      <main data-shown={shown}>
        <Part of="phones">
          <section class="area phones" aria-label="Phones">
            <People />
            <Phone />
          </section>
        </Part>
        <Part of="sheet">
          <SheetArea sheet={sheet} />
        </Part>
        <Part of="sidebar">
          <Sidebar />
        </Part>
        <Part of="happened">
          <Happened />
        </Part>
      </main>
    </>
  );
}

function Part({ of, children }: { of: Area; children: ComponentChildren }) {
  return (
    <div class="part" data-part={of}>
      {children}
    </div>
  );
}

function Switch({ shown, isOpen }: { shown: Area; isOpen: (area: Area) => boolean }) {
  const app = useApp();
  const areas = (Object.keys(NAMES) as Area[]).filter(isOpen);
  return (
    <nav class="areas" aria-label="Parts of the page">
      {areas.map((area) => (
        <button
          key={area}
          type="button"
          aria-current={area === shown}
          onClick={() => app.area.set(area)}
        >
          {NAMES[area]}
        </button>
      ))}
    </nav>
  );
}
