/** The sheet: menus, the formula line, the grid and the tabs, which the owner uses as in Google Sheets. */
import { Icon } from '../icon';
import { useShown } from '../shown';
import { columnLetters } from './columns';
import { Grid } from './grid';
import { Menubar } from './menubar';
import type { Sheet } from './sheet';
import { Tabs } from './tabs';

export function SheetArea({ sheet }: { sheet: Sheet }) {
  return (
    <section class="area sheet-area" aria-label="The sheet">
      <header class="area-top">
        <h2>
          <Icon name="sheet" />
          The sheet
        </h2>
        <Menubar />
      </header>
      <div class="sheet">
        <FormulaLine sheet={sheet} />
        <Grid sheet={sheet} />
        <Tabs sheet={sheet} />
      </div>
    </section>
  );
}

/** Which cell is chosen, and its text as a whole. */
function FormulaLine({ sheet }: { sheet: Sheet }) {
  useShown(sheet.drawn);
  const { row, column } = sheet.spot;
  return (
    <div class="formula">
      <span class="place">{`${columnLetters(column)}${row}`}</span>
      <span class="content" dir="auto">
        {sheet.cells.text(sheet.spot)}
      </span>
    </div>
  );
}
