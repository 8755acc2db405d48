/** Starts the playground's page and keeps it up to date. */
import { render } from 'preact';
import { App } from './app';
import { door } from './door';
import { Page } from './page';
import { sayNotices } from './panels/notices';
import { turnToSidebar } from './panels/turn-to-sidebar';
import { Sheet } from './sheet/sheet';

async function start(app: App): Promise<void> {
  await door.tell('/local/open');
  await app.refresh();
  let lost = false;
  door.listen(
    (version) => {
      if (lost) app.over.say('The playground is back.');
      lost = false;
      app.hear(version);
    },
    () => {
      if (!lost) {
        app.over.say('The playground does not answer. Is npm start still running?', 'problem');
      }
      lost = true;
    },
  );
}

const app = new App();
sayNotices(app);
turnToSidebar(app);
const place = document.getElementById('page') as HTMLElement;
render(<Page app={app} sheet={new Sheet(app)} />, place);
start(app).catch((error: Error) => app.over.say(error.message, 'problem'));
