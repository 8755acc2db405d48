/** Step: a spreadsheet and the script bound to it, made once and found again ever after. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import {
  readProjectFile,
  readTrackedFile,
  restoreTrackedFile,
  writeProjectFile,
} from './clasp-json';
import { type Creation, readCreation } from './creation-trace';
import { ClaspFailed, Failure } from './failure';
import type { Options } from './options';
import type { Project } from './project';

/** The name of the new spreadsheet and its script; the owner may rename both. */
const TITLE = 'Referrals';

/**
 * Makes sure that the notes and clasp's project file name a script.
 *
 * @throws Failure when an id contradicts what is known, or when it is not known whether Google made
 *   the sheet or the script: then somebody has to look, for otherwise there might be two
 * @throws ClaspFailed when Google refuses
 */
export async function ensureScript(project: Project, wanted: Options): Promise<void> {
  findAgain(project);
  take(project, wanted);
  if (!project.notes.scriptId) await create(project);
  writeProjectFile(project.root, project.notes.scriptId);
}

/** What an interrupted run knows, or a deployment whose notes are lost, or one of version 0.1.0. */
function findAgain(project: Project): void {
  const { underway } = project.notes;
  if (underway?.step === 'creation') noteCreated(project, readCreation(traceFile(project)));
  const tied = readProjectFile(project.root);
  if (tied && !project.notes.scriptId) project.note({ scriptId: tied });
  takeOver(project);
}

/** The script in `.clasp.json` moves into the notes, and `.clasp.json` becomes again what git has. */
function takeOver(project: Project): void {
  const inClaspJson = readTrackedFile(project.root);
  if (!inClaspJson) return;
  const { scriptId = inClaspJson } = project.notes;
  if (scriptId !== inClaspJson) {
    throw new Failure(
      `.clasp.json names the script ${inClaspJson}, .deploy.json another one, ${scriptId}.`,
      [
        'Decide which of the two is yours, and correct the other file.',
        'Run the same command again.',
      ],
    );
  }
  project.note({ scriptId });
  writeProjectFile(project.root, scriptId);
  restoreTrackedFile(project.root);
  project.say(
    'The id of your script has moved from .clasp.json to .deploy.json: `git pull` no longer stumbles over it.',
  );
}

/** What the command line gives. Until something was made with it, a mistyped id may be given again. */
function take(project: Project, { sheet, script }: Options): void {
  const { notes } = project;
  const scriptSettled = notes.deploymentId !== undefined;
  if (script && notes.scriptId && script !== notes.scriptId && scriptSettled) {
    throw belongsElsewhere('script', notes.scriptId);
  }
  if (sheet && notes.sheetId && sheet !== notes.sheetId && notes.scriptId) {
    throw belongsElsewhere('spreadsheet', notes.sheetId);
  }
  if (script && script !== notes.scriptId) project.note({ scriptId: script, underway: undefined });
  if (sheet) project.note({ sheetId: sheet });
}

async function create(project: Project): Promise<void> {
  const trace = traceFile(project);
  if (project.notes.underway?.step === 'creation') refuseToGuess(project, readCreation(trace));
  const { sheetId } = project.notes;
  project.say(
    sheetId ? 'Making the script in your sheet …' : 'Making a new spreadsheet and its script …',
  );
  rmSync(trace, { force: true });
  project.note({ underway: { step: 'creation' } });
  const error = await createScript(project, trace, sheetId);
  const creation = readCreation(trace);
  noteCreated(project, creation);
  if (!project.notes.scriptId) {
    refuseToGuess(project, creation, error);
    project.note({ underway: undefined });
    throw error;
  }
  rmSync(project.scratch(), { recursive: true, force: true });
}

/** In a folder of its own: clasp makes nothing where a script is named already, and it downloads Google's first files. */
async function createScript(
  project: Project,
  trace: string,
  sheetId: string | undefined,
): Promise<ClaspFailed | undefined> {
  const folder = project.scratch('new');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/.clasp.json`, '{}');
  const where = sheetId ? ['--parentId', sheetId] : ['--type', 'sheets'];
  try {
    const options = { project: `${folder}/.clasp.json`, trace };
    await project.clasp.json('create-script', ['--title', TITLE, ...where], options);
    return undefined;
  } catch (error) {
    if (error instanceof ClaspFailed) return error;
    throw error;
  }
}

function noteCreated(project: Project, { sheetId, scriptId }: Creation): void {
  if (sheetId) project.note({ sheetId });
  if (scriptId) project.note({ scriptId, underway: undefined });
}

function refuseToGuess(project: Project, { unanswered }: Creation, error?: Error): void {
  const why = error ? `\n(${error.message})` : '';
  if (unanswered === 'sheet' && !project.notes.sheetId) {
    throw new Failure(
      `The line was cut while Google was making the spreadsheet: whether “${TITLE}” exists cannot be known from here.${why}`,
      [
        `Look in https://drive.google.com under *Recent* for a spreadsheet named “${TITLE}”, made just now. Open it.`,
        'If there is none, make an empty one: open https://sheets.new',
        'Copy its address and run `npm run deploy -- --sheet <address>`.',
      ],
    );
  }
  if (unanswered === 'script') {
    throw new Failure(
      `The line was cut while Google was making the script of your sheet: whether it exists cannot be known from here.${why}`,
      [
        `Open the sheet: ${project.sheetAddress}`,
        'Click *Extensions → Apps Script*: the sheet’s script opens.',
        'Copy the address of that page and run `npm run deploy -- --script <address>`.',
      ],
    );
  }
}

function belongsElsewhere(what: string, known: string): Failure {
  return new Failure(`This folder already belongs to the ${what} ${known}.`, [
    'To update that one, leave the option out.',
    `To set up another ${what}, use a second copy of the project in a folder of its own.`,
  ]);
}

const traceFile = (project: Project) => project.scratch('creation.log');
