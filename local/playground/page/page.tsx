/** The whole page: phones, the sheet, what happened, and what lies over them. */
import { type App, AppProvider } from './app';
import { Controls } from './controls/controls';
import { Happened } from './happened/happened';
import { Hint } from './hint';
import { Icon } from './icon';
import { PopupMenu } from './over/menu';
import { Questions } from './over/questions';
import { Sentences } from './over/sentences';
import { ScriptDialog, Sidebar } from './panels/panels';
import { People } from './phones/people';
import { Phone } from './phones/phone';
import type { Sheet } from './sheet/sheet';
import { SheetArea } from './sheet/sheet-area';
import { useShown } from './shown';

export function Page({ app, sheet }: { app: App; sheet: Sheet }) {
  const isThere = useShown(app.view) !== undefined;
  return (
    <AppProvider value={app}>
      <header class="top">
        <h1>
          <Icon name="chat" />
          Sheet referrals
          <small>playground</small>
        </h1>
        {isThere && <Controls />}
      </header>
      {isThere && <Areas sheet={sheet} />}
      <Questions />
      <PopupMenu />
      <Sentences />
    </AppProvider>
  );
}

function Areas({ sheet }: { sheet: Sheet }) {
  return (
    <>
      <Hint />
      <main>
        <section class="area phones" aria-label="Phones">
          <People />
          <Phone />
        </section>
        <SheetArea sheet={sheet} />
        <Sidebar />
        <Happened />
      </main>
      <ScriptDialog />
    </>
  );
}
