/** The whole page: phones, the sheet, what happened, and what lies over them. */
import { type App, AppProvider } from './app';
import { Areas } from './areas';
import { Controls } from './controls/controls';
import { Icon } from './icon';
import { PopupMenu } from './over/menu';
import { Questions } from './over/questions';
import { Sentences } from './over/sentences';
import { ScriptDialog } from './panels/panels';
import { ScriptQuestion } from './panels/question';
import type { Sheet } from './sheet/sheet';
import { useShown } from './shown';
import { Hint } from './story/hint';

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
      {isThere && <Hint sheet={sheet} />}
      {isThere && <Areas sheet={sheet} />}
      {isThere && <ScriptDialog />}
      {isThere && <ScriptQuestion />}
      <Questions />
      <section aria-label="Menu and messages">
        <PopupMenu />
        <Sentences />
      </section>
    </AppProvider>
  );
}
