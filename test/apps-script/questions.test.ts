/** Dialogs that somebody answers later: the execution stands still, and goes on from there. */
import { finished, SHEET, scriptOf } from './script-of';

const CODE = `
function twice() {
  ${SHEET}
  const ui = SpreadsheetApp.getUi();
  const id = Utilities.getUuid();
  sheet.appendRow([id]);
  PropertiesService.getScriptProperties().setProperty('begun', id);
  const begun = Date.now();
  const sure = ui.alert('Sure?', 'All of it goes.', ui.ButtonSet.YES_NO);
  if (sure !== ui.Button.YES) return 'left alone';
  const name = ui.prompt('Who are you?');
  sheet.appendRow([name.getResponseText(), String(name.getSelectedButton())]);
  const same = PropertiesService.getScriptProperties().getProperty('begun') === id;
  return { same, stood: Date.now() - begun };
}
function locked() {
  const lock = LockService.getScriptLock();
  lock.waitLock(1000);
  SpreadsheetApp.getUi().alert('Stop');
  return lock.hasLock();
}
function tell() { SpreadsheetApp.getUi().alert('Stop'); return 'told'; }
`;

function script() {
  const made = scriptOf(CODE);
  made.ui.answers = 'later';
  return made;
}

test('what came before a question is not done again, and the pause is no work of the script', () => {
  const apps = script();
  const run = apps.run('twice', [], 'menu');
  expect(run).toMatchObject({ waiting: true });
  expect(apps.properties.script.has('begun')).toBe(true);
  const [sure] = apps.ui.questions;
  expect(sure).toMatchObject({
    ...{ kind: 'alert', title: 'Sure?', text: 'All of it goes.', buttons: ['YES', 'NO'] },
  });
  apps.clock.now += 60_000;
  expect(sure?.answer({ button: 'YES' })).toMatchObject({ waiting: true });
  const [name, none] = apps.ui.questions;
  expect([name?.kind, name?.text, none]).toEqual(['prompt', 'Who are you?', undefined]);
  apps.clock.now += 30_000;
  const end = finished(name!.answer({ button: 'CLOSE', text: 'Anna' }));
  expect(end).toBe(run);
  expect(end.waiting).toBeUndefined();
  const { same, stood } = end.result as { same: boolean; stood: number };
  expect(same).toBe(true);
  expect(stood).toBeGreaterThanOrEqual(90_000);
  expect(end.modelledMs).toBeLessThan(10_000);
  expect(end.alerts?.map(({ button }) => button)).toEqual(['YES', 'CLOSE']);
  expect(apps.spreadsheet.rows('Sheet1')).toEqual([
    [expect.stringMatching(/^[\da-f-]{36}$/), ''],
    ['Anna', 'CLOSE'],
  ]);
});

test('another answer goes another way', () => {
  const apps = script();
  apps.run('twice', [], 'menu');
  expect(apps.ui.questions[0]?.answer({ button: 'NO' }).result).toBe('left alone');
  expect(apps.ui.questions).toEqual([]);
  expect(apps.spreadsheet.rows('Sheet1')).toHaveLength(1);
});

test.each(['later', 'at once'])('a lock does not outlive the pause, answered %s', (when) => {
  const apps = script();
  if (when === 'at once') apps.ui.answers = () => ({ button: 'OK' });
  const run = apps.run('locked', [], 'menu');
  apps.ui.questions[0]?.answer({ button: 'OK' });
  expect(finished(run).result).toBe(false);
});

test('a page hears of its call when the question has been answered', () => {
  const apps = script();
  const heard: object[] = [];
  apps.openPage('tell', [], (outcome) => heard.push(outcome));
  expect(heard).toEqual([]);
  apps.ui.questions[0]?.answer({ button: 'OK' });
  expect(heard).toEqual([{ result: 'told' }]);
});

test('an execution whose dialog went with the document never goes on', () => {
  const apps = script();
  const heard: object[] = [];
  apps.openPage('tell', [], (outcome) => heard.push(outcome));
  const [question] = apps.ui.questions;
  question?.giveUp();
  expect(heard).toEqual([{ error: expect.stringContaining('closed before') }]);
  expect(() => question?.answer({ button: 'OK' })).toThrow('has been answered');
});
