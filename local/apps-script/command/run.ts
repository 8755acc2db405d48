/** Runs one function of a folder of Apps Script code, in the surroundings that the command line describes. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeFiles } from '../folder-code';
import { LocalAppsScript } from '../local-apps-script';
import { isNoFunction } from '../machine';
import type { SavedState } from '../saved-state';
import type { Execution, WebAnswer } from '../types';
import { pageIn } from '../web-app';
import { Mistake, type Wanted } from './arguments';
import { parseCsv } from './csv';
import { type Exchange, internet } from './internet';
import type { Happened } from './report';

const MINUTE_MS = 60_000;

/** Runs what is wanted. @throws Mistake when it cannot: no such folder, function or file */
export function runWanted(wanted: Wanted): Happened {
  const fetched: Exchange[] = [];
  const script = scriptFor(wanted, fetched);
  for (const file of wanted.sheets) fillTab(script, file);
  for (const [name, value] of wanted.properties) script.properties.script.set(name, value);
  answerDialogs(script, wanted);
  const called = call(script, wanted);
  const ran = script.executions.find(({ function: name }) => name === wanted.function);
  const later = script.advance(wanted.advanceMinutes * MINUTE_MS);
  if (wanted.state) writeFileSync(wanted.state, JSON.stringify(script.save()));
  return { ...told(script, ran, later), ...called, fetched };
}

function scriptFor(wanted: Wanted, fetched: Exchange[]): LocalAppsScript {
  const { folder, now, timeZone, locale, user } = wanted;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Mistake(`There is no folder ${path.resolve(folder)}.`);
  }
  if (codeFiles(folder).length === 0) {
    throw new Mistake(
      `${path.resolve(folder)} has no .gs and no .js file. TypeScript has to be built first, as for clasp push.`,
    );
  }
  const described = wanted.answers === undefined ? {} : readJson(wanted.answers);
  const state = wanted.state && existsSync(wanted.state) ? readJson(wanted.state) : undefined;
  return new LocalAppsScript({
    folder: path.resolve(folder),
    outside: about(wanted.answers ?? '', () => internet(described, fetched)),
    ...(state ? { state: state as SavedState } : {}),
    ...(now === undefined ? {} : { now }),
    ...(timeZone ? { timeZone } : {}),
    ...(locale ? { locale } : {}),
    ...(user ? { user } : {}),
  });
}

/** The first file takes the empty tab that a new spreadsheet has. */
function fillTab(script: LocalAppsScript, file: string): void {
  const name = path.basename(file).replace(/\.csv$/i, '');
  const rows = about(file, () => parseCsv(readText(file)));
  const { spreadsheet } = script;
  const [first = ''] = spreadsheet.sheetNames();
  const isNew = spreadsheet.sheetNames().length === 1 && spreadsheet.rows(first).length === 0;
  if (spreadsheet.sheetNames().includes(name)) {
    throw new Mistake(`There is a tab ${name} already; leave out --sheet ${file}.`);
  }
  if (isNew) spreadsheet.rename(first, name);
  else spreadsheet.addSheet(name);
  spreadsheet.fill(name, rows, 1);
}

function answerDialogs({ ui }: LocalAppsScript, { press, typeIn }: Wanted): void {
  ui.answers = ({ buttons, text }) => {
    if (press !== undefined && !buttons.includes(press)) {
      throw new Mistake(
        `The dialog "${text}" has no button ${press}; it has ${buttons.join(', ')}.`,
      );
    }
    return { button: press ?? buttons[0] ?? 'OK', text: typeIn ?? '' };
  };
}

/** What the function gave, and what the stand-in noted of its execution. */
function call(script: LocalAppsScript, wanted: Wanted): Pick<Happened, 'result' | 'answer'> {
  const { function: name, args, web } = wanted;
  if (name === '') throw noFunction(script, name);
  if (name === 'doGet') return answered(script, script.get(web.query));
  if (name === 'doPost') {
    const { query: queryString, type: contentType, body } = web;
    const post = { queryString, contentType, ...(body === undefined ? {} : { body }) };
    return answered(script, script.post(post));
  }
  try {
    return { result: script.run(name, args).result };
  } catch (error) {
    throw isNoFunction(error) ? noFunction(script, name) : error;
  }
}

/** The answer as its reader has it: the text behind a 302, the page without Google's frame. */
function answered(script: LocalAppsScript, answer: WebAnswer): Pick<Happened, 'answer'> {
  const { function: name, error } = script.executions.at(-1) ?? {};
  if (name && error === `Script function not found: ${name}`) throw noFunction(script, name);
  const { status, headers, body } = answer;
  const text = headers.location ? script.echo(headers.location) : pageIn(answer);
  return { answer: { status, text: text ?? (error ? "(Google's page for an error)" : body) } };
}

function noFunction(script: LocalAppsScript, name: string): Mistake {
  const names = about(script.folder, () => script.functionNames);
  const there = names.length ? `It has ${names.join(', ')}.` : 'It has none at all.';
  const which = name === '' ? 'Which function?' : `There is no function ${name}.`;
  return new Mistake(`${which} The script is in ${script.folder}. ${there}`);
}

function told(script: LocalAppsScript, ran: Execution | undefined, later: Execution[]) {
  const { spreadsheet, ui } = script;
  const executions = [...(ran ? [ran] : []), ...later];
  const failed = executions.find(({ error }) => error !== undefined);
  return {
    ...(failed?.error === undefined ? {} : { error: failed.error }),
    ...(failed?.stack === undefined ? {} : { stack: failed.stack }),
    log: executions.flatMap(({ log }) => log),
    alerts: ui.alerts.map(
      ({ title, text, button }) => `${title && `${title}: `}${text} → ${button}`,
    ),
    toasts: ui.toasts.map(({ title, text }) => `${title && `${title}: `}${text}`),
    missing: executions.flatMap(({ missing = [] }) => missing),
    properties: Object.fromEntries(script.properties.script),
    triggers: script.triggers.map(({ handler, type }) => `${handler} (${type})`),
    later: later.map(({ function: name, error }) =>
      error === undefined ? name : `${name}: ${error}`,
    ),
    sheets: Object.fromEntries(
      spreadsheet.sheetNames().map((name) => [name, spreadsheet.rows(name)]),
    ),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Mistake(`${path.resolve(file)} cannot be read: ${(error as Error).message}`);
  }
}

function readJson(file: string): unknown {
  return about(file, () => JSON.parse(readText(file)));
}

/** Does something with a file of the caller's. @throws Mistake that names the file */
function about<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw new Mistake(`${path.resolve(file)}: ${(error as Error).message}`);
  }
}
