/** The suite on Google: asks, makes a scratch spreadsheet, runs everything in it, tells, and takes all of it away again. */
import { writeFileSync } from 'node:fs';
import { compare } from '../apps-script/conformance/compare';
import { DoorClosed, drive } from '../apps-script/conformance/drive';
import { summary, toldDifferences, toMarkdown } from '../apps-script/conformance/report';
import { newKey } from '../apps-script/conformance/run';
import { ClaspFailed, explain, Failure } from '../deploy/failure';
import { databaseIn } from './database';
import { GooglePlace } from './google-place';
import { type Made, Scratch, TITLE } from './scratch';
import type { Surroundings } from './surroundings';

/** The exit code of a program that was stopped with Ctrl+C. */
const STOPPED = 130;

/**
 * Runs the suite on Google with the sign-in that clasp has.
 *
 * @returns 0 when every answer is as expected; 1 when one is not, or the run came to no end; 130 when it was stopped
 */
export async function live(surroundings: Surroundings): Promise<number> {
  const scratch = new Scratch(surroundings);
  try {
    const left = await removeLeftovers(surroundings, scratch);
    if (left) return 1;
    if (!(await mayBegin(surroundings, scratch))) return 0;
    return await run(surroundings, scratch).finally(() => cleanUp(surroundings, scratch));
  } catch (error) {
    if (surroundings.stopped.aborted) {
      surroundings.say('\nStopped.');
      return STOPPED;
    }
    tell(surroundings, error);
    return 1;
  }
}

/** @returns whether something of an earlier run is still there */
async function removeLeftovers({ say }: Surroundings, scratch: Scratch): Promise<boolean> {
  if (!scratch.made) return false;
  say('An earlier run has left something at Google. It is taken away first.');
  const failures = await scratch.remove();
  if (!scratch.made) return false;
  sayLeft(say, scratch.made, failures);
  return true;
}

async function mayBegin({ say, ask, env }: Surroundings, scratch: Scratch): Promise<boolean> {
  const email = await scratch.whose();
  if (!email) {
    throw new Failure('Nobody is signed in to Google on this computer.', [
      'Run `npx clasp login` and sign in in the browser that opens.',
      'Run the same command again.',
    ]);
  }
  const database = databaseIn(env);
  say(`This asks Google how it really behaves, in the account ${email}. It makes
  · a new spreadsheet “${TITLE}” with a script of its own, which may see this spreadsheet only, open
    addresses on the internet, show windows and install triggers,
  · a web app of that script, open to anyone who knows its address and a key that is made for this run.
It takes about fifteen minutes and four clicks of yours. In the end all of it is removed. No other file is touched.
${
  database
    ? `It connects to ${database.url.slice('jdbc:postgresql://'.length)} as ${database.user}, and writes nothing there.`
    : 'Without a database in CONFORMANCE_DATABASE (postgres://user:password@host:port/name) nothing is asked about one.'
}`);
  return /^y/i.test((await ask('Go on? [y/N] ')).trim());
}

async function run(surroundings: Surroundings, scratch: Scratch): Promise<number> {
  const { say, webAppRoot, stopped, only, page, today, env } = surroundings;
  const key = newKey();
  say('Making the spreadsheet and its script …');
  const database = databaseIn(env);
  await scratch.make(key, database);
  stopped.throwIfAborted();
  say('Deploying …');
  const deploymentId = await scratch.deploy();
  stopped.throwIfAborted();
  const addressOf = (id: string) => `${webAppRoot}/macros/s/${id}/exec`;
  const place = new GooglePlace(surroundings, {
    ...{ address: addressOf(deploymentId), key, sheet: scratch.sheetAddress },
    hasDatabase: database !== null,
    heavier: async (kilobytes) => addressOf(await scratch.deployHeavier(kilobytes)),
  });
  try {
    const findings = compare(await drive(place, { say, ...(only ? { only } : {}) }));
    const differences = toldDifferences(findings);
    writeFileSync(page, toMarkdown({ date: today, findings }));
    for (const text of differences) say(`\n${text}`);
    say(`\nOn Google, ${today}. ${summary(findings)}\nEvery answer: docs/conformance.md`);
    return differences.length === 0 ? 0 : 1;
  } finally {
    place.close();
  }
}

async function cleanUp({ say }: Surroundings, scratch: Scratch): Promise<void> {
  if (!scratch.made) return;
  say('Taking everything away …');
  const failures = await scratch.remove();
  if (scratch.made) sayLeft(say, scratch.made, failures);
  else {
    say(
      'All is removed; the spreadsheet is in the trash of Google Drive. What you allowed its script can be taken back at https://myaccount.google.com/connections',
    );
  }
}

/** What is left, and how to be rid of it. */
function sayLeft(say: Surroundings['say'], made: Made, failures: string[]): void {
  const { sheetId } = made;
  const steps = sheetId
    ? [
        `Open https://docs.google.com/spreadsheets/d/${sheetId}/edit and click *File → Move to trash*.`,
        'If the web app is named above: in the sheet, first *Extensions → Apps Script → Deploy → Manage deployments → Archive*.',
      ]
    : [
        `Look in https://drive.google.com under *Recent* for “${TITLE}”, made just now: the line was cut while Google was making it. If it is there, remove it.`,
        'Then delete the folder .local/conformance.',
      ];
  const why = failures.map((failure) => `  (${failure})`);
  const list = steps.map((step) => `  · ${step}`);
  say(['Not everything could be removed.', ...why, 'What to do:', ...list].join('\n'));
}

function tell({ say }: Surroundings, error: unknown): void {
  const known = error instanceof ClaspFailed ? explain(error) : error;
  const failure = known instanceof DoorClosed ? closed(known) : known;
  if (!(failure instanceof Failure)) throw failure;
  const steps = failure.next.map((step, index) => `  ${index + 1}. ${step}`);
  say(`\n${failure.message}\n\nWhat to do:\n${steps.join('\n')}`);
}

function closed({ message }: DoorClosed): Failure {
  return new Failure(`The suite’s web app did not answer as it should.\n(It said: ${message})`, [
    'If it speaks of authorization, run it again and allow what Google asks for at the first click.',
    'If it shows a sign-in, your account or company does not let web apps be open to anyone: use another account.',
  ]);
}
