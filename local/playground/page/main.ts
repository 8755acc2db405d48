/** The playground's page: phones, the sheet, and what happened. */
import { App } from './app';
import { controls } from './controls';
import { h, icon } from './dom';
import { door } from './door';
import { happened } from './happened/happened';
import { hint } from './hint';
import { panels } from './panels/panels';
import { peopleRow } from './phones/people';
import { phone } from './phones/phone';
import { say } from './say';
import { menubar } from './sheet/menubar';
import { Sheet } from './sheet/sheet';

function page(app: App): HTMLElement[] {
  const sidebar = h('aside.area.script-sidebar', {
    'aria-label': 'Sidebar of the script',
    hidden: true,
  });
  const sheet = new Sheet(app);
  const brand = h('h1', {}, icon('chat'), 'Sheet referrals', h('small', {}, 'playground'));
  const areas = h(
    'main',
    {},
    h('section.area.phones', { 'aria-label': 'Phones' }, peopleRow(app), phone(app)),
    h(
      'section.area.sheet-area',
      { 'aria-label': 'The sheet' },
      h('header.area-top', {}, h('h2', {}, icon('sheet'), 'The sheet'), menubar(app)),
      sheet.element(),
    ),
    sidebar,
    h(
      'section.area.happened',
      { 'aria-label': 'What happened' },
      h('header.area-top', {}, h('h2', {}, icon('pulse'), 'What happened')),
      happened(app),
    ),
  );
  panels(app, sidebar);
  return [h('header.top', {}, brand, controls(app)), hint(app), areas];
}

async function start(): Promise<void> {
  const app = new App();
  document.body.append(...page(app));
  await door.tell('/local/open');
  await app.refresh();
  let lost = false;
  door.listen(
    (version) => {
      if (lost) say('The playground is back.');
      lost = false;
      if (version !== app.view.version) void app.attempt(() => Promise.resolve());
    },
    () => {
      if (!lost) say('The playground does not answer. Is npm start still running?', 'problem');
      lost = true;
    },
  );
}

start().catch((error: Error) => say(error.message, 'problem'));
