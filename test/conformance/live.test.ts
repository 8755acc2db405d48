/** `npm run conformance -- --live`, rehearsed with the real clasp against a Google on this machine. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errors } from '../../local/google';
import { Rehearsal } from './rehearsal';

jest.setTimeout(120_000);

const TITLE = 'Conformance scratch (may be deleted)';

let rehearsal: Rehearsal;
const begin = async (options = {}) => {
  rehearsal = await Rehearsal.open(options);
  return rehearsal;
};
afterEach(() => rehearsal.google.close());

test('a run asks first, gets every answer, writes the page, and leaves nothing', async () => {
  const { google, owner } = await begin();
  google.account.addSpreadsheet(owner.email, 'Referrals');
  rehearsal.claspAlone = true;
  rehearsal.asksAll = true;
  const exitCode = await rehearsal.run();

  expect(rehearsal.told).not.toContain('What it means');
  expect(exitCode).toBe(0);
  expect(rehearsal.told).toContain('It connects to db.example.com:5432/shop?ssl=true as shop,');
  expect(rehearsal.told).toMatch(/It makes[\s\S]*a new spreadsheet “Conformance scratch/);
  expect(rehearsal.told).toMatch(/(\d+) cases: \1 answered as expected, 0 otherwise, 0 not asked/);
  expect(rehearsal.page).toContain('Asked of Google on 2026-01-02.');
  expect(rehearsal.left).toEqual({ sheets: ['Referrals'], webApps: 0 });
  expect(existsSync(path.join(rehearsal.folder, '.local', 'conformance', 'made.json'))).toBe(false);
});

test('a Google that behaves otherwise is told, with what it means', async () => {
  const { google } = await begin();
  google.webApps.quirks = { textFinderSkipsHidden: true, activeInWebApp: false };
  rehearsal.asksAll = true;
  expect(await rehearsal.run()).toBe(1);
  expect(rehearsal.told).toMatch(/a hidden row is found\nAnswer: null[\s\S]*second row/);
  expect(rehearsal.told).toContain('The row of quirks.ts to correct: textFinderSkipsHidden.');
  expect(rehearsal.page).toContain('## What differs');
  expect(rehearsal.told).toContain('0 not asked');
  expect(rehearsal.left).toEqual({ sheets: [], webApps: 0 });
});

test('without a database nothing is asked about one, and the page says why', async () => {
  await begin();
  rehearsal.database = '';
  rehearsal.asksAll = true;
  expect(await rehearsal.run()).toBe(0);
  expect(rehearsal.told).toMatch(/0 otherwise, 12 not asked/);
  expect(rehearsal.page).toContain('give its address in CONFORMANCE_DATABASE. | not asked |');
});

test('an address that is none is said before anything is made', async () => {
  await begin();
  rehearsal.database = 'db.example.com';
  expect(await rehearsal.run()).toBe(1);
  expect(rehearsal.told).toContain('CONFORMANCE_DATABASE is no address of a database.');
  expect(rehearsal.google.account.scripts).toEqual([]);
});

test('whoever says no has nothing made', async () => {
  await begin();
  rehearsal.answer = () => '';
  expect(await rehearsal.run()).toBe(0);
  expect(rehearsal.google.account.scripts).toEqual([]);
  expect(rehearsal.google.account.spreadsheets).toEqual([]);
});

test('nobody signed in', async () => {
  await begin({ signedIn: false });
  expect(await rehearsal.run()).toBe(1);
  expect(rehearsal.told).toContain('npx clasp login');
});

test('somebody who has not approved is told what Google says, and asked again', async () => {
  await begin();
  const asDone = rehearsal.answer;
  let asked = 0;
  rehearsal.answer = (question) => {
    const early = question.startsWith('Press Enter') && ++asked === 1;
    return early ? '' : asDone(question);
  };
  expect(await rehearsal.run()).toBe(0);
  expect(rehearsal.told).toContain('Authorization is required to perform that action.');
});

test('a web app that Google leaves closed ends the run', async () => {
  await begin();
  rehearsal.google.ways.endClosed = 'all';
  const asDone = rehearsal.answer;
  rehearsal.answer = (question) => (question.startsWith('Press Enter') ? 's' : asDone(question));
  expect(await rehearsal.run()).toBe(1);
  expect(rehearsal.told).toContain('did not answer as it should');
  expect(rehearsal.left).toEqual({ sheets: [], webApps: 0 });
});

describe('Ctrl+C', () => {
  test.each([
    'POST /v1/projects',
    'PUT /v1/projects/*/content',
    'POST /v1/projects/*/versions',
    'POST /v1/projects/*/deployments',
  ])('after %s: everything is taken away', async (route) => {
    const { google, stop } = await begin();
    google.once(route, () => {
      stop.abort();
      return 'answer';
    });
    expect(await rehearsal.run()).toBe(130);
    expect(rehearsal.left).toEqual({ sheets: [], webApps: 0 });
    expect(rehearsal.told).toContain('All is removed');
    expect(existsSync(path.join(rehearsal.folder, 'conformance.md'))).toBe(false);
  });

  test('while the hand is at work', async () => {
    const { stop, answer } = await begin();
    rehearsal.answer = (question) => {
      if (question.startsWith('Press Enter')) stop.abort();
      return answer(question);
    };
    expect(await rehearsal.run()).toBe(130);
    expect(rehearsal.left).toEqual({ sheets: [], webApps: 0 });
  });
});

test('what somebody has removed by hand is no hindrance to the next run', async () => {
  const { google } = await begin();
  google.refuse('PATCH /drive/v3/files/*', errors.noRights());
  await rehearsal.run();
  google.refuse('PATCH /drive/v3/files/*', undefined);
  google.account.spreadsheets.length = 0;
  expect(await rehearsal.run()).toBe(0);
});

test('a run that was killed while clasp made the sheet is tidied up by the next', async () => {
  const { google, folder } = await begin();
  google.refuse('PUT /v1/projects/*/content', errors.quotaExceeded());
  google.refuse('PATCH /drive/v3/files/*', errors.noRights());
  await rehearsal.run();
  const made = path.join(folder, '.local', 'conformance', 'made.json');
  writeFileSync(made, JSON.stringify({ unanswered: 'sheet' }));
  google.refuse('PUT /v1/projects/*/content', undefined);
  google.refuse('PATCH /drive/v3/files/*', undefined);
  expect(await rehearsal.run()).toBe(0);
  expect(rehearsal.left).toEqual({ sheets: [], webApps: 0 });
});

test('a web app that stays is told', async () => {
  const { google } = await begin();
  google.refuse('DELETE /v1/projects/*/deployments/*', errors.noRights());
  await rehearsal.run();
  expect(rehearsal.told).toMatch(
    /Not everything could be removed[\s\S]*The web app: [\s\S]*Archive/,
  );
});

test('what cannot be removed is told, and taken away by the next run', async () => {
  const { google } = await begin();
  google.refuse('PATCH /drive/v3/files/*', errors.noRights());
  await rehearsal.run();
  const [sheet] = google.account.spreadsheets;
  expect(rehearsal.told).toContain('Not everything could be removed.');
  expect(rehearsal.told).toContain(`https://docs.google.com/spreadsheets/d/${sheet?.id}/edit`);
  expect(rehearsal.left).toEqual({ sheets: [TITLE], webApps: 0 });

  rehearsal.answer = () => 'n';
  expect(await rehearsal.run()).toBe(1);
  google.refuse('PATCH /drive/v3/files/*', undefined);
  expect(await rehearsal.run()).toBe(0);
  expect(rehearsal.left).toEqual({ sheets: [], webApps: 0 });
});
