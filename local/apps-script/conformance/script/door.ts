/** The suite's web app: whoever has the key asks it to run cases, to give what was kept, or to answer in a certain way. */
import { ANYWHERE, casesIn } from '../suite';
import { prepare } from './here';
import { kept } from './kept';
import { suiteKey } from './key';
import { page } from './page';
import { runCases } from './run-cases';
import { Scene } from './scene';

interface Asked {
  context: 'get' | 'post';
  event: WebEvent;
  /** The query and the body's JSON. */
  query: Record<string, string>;
  body: { names?: string[]; address?: string; all?: boolean };
}

interface WebEvent {
  parameter: Record<string, string>;
  postData?: { contents: string };
}

const json = (value: unknown) =>
  ContentService.createTextOutput(JSON.stringify(value ?? null)).setMimeType(
    ContentService.MimeType.JSON,
  );

const DOES: Record<string, (asked: Asked) => unknown> = {
  sight: () => json({ sheet: SpreadsheetApp.getActiveSpreadsheet() !== null }),
  prepare: ({ body }) => json(prepare(body.address ?? '', body.all ?? false)),
  run: (asked) => json(run(asked)),
  kept: () => json(kept()),
  trigger: () => json(installTriggers()),
  text: () => ContentService.createTextOutput('hello'),
  other: () => ContentService.createTextOutput('other'),
  html: () => HtmlService.createHtmlOutput('<p>hello</p>'),
  page: () => page('visitor'),
  event: ({ event }) => json(event),
  number: () => 5,
  nothing: () => undefined,
  throw: () => {
    throw new Error('nobody caught this');
  },
  stay: ({ query }) => {
    touch();
    Utilities.sleep(Number(query.ms));
    return ContentService.createTextOutput('stayed');
  },
  lock: ({ query }) => {
    const lock = LockService.getScriptLock();
    const has = lock.tryLock(Number(query.patience ?? 5000));
    touch();
    if (has) Utilities.sleep(Number(query.hold ?? 0));
    if (has) lock.releaseLock();
    return ContentService.createTextOutput(String(has));
  },
};

/** Calls of a service, so that something can come between them. */
function touch(): void {
  for (let i = 0; i < 2; i++) CacheService.getScriptCache().get('nothing');
}

/** Answers a request; nobody without the key learns anything. */
export function answer(context: 'get' | 'post', given: Record<string, unknown>) {
  const event = given as unknown as WebEvent;
  const query = event.parameter;
  const does = DOES[query.do ?? ''];
  if (query.key !== suiteKey() || !does) return ContentService.createTextOutput('');
  const isJson = query.do === 'run' || query.do === 'prepare';
  const contents = isJson ? (event.postData?.contents ?? query.body ?? '{}') : '{}';
  return does({ context, event, query, body: JSON.parse(contents) });
}

function run({ context, event, body }: Asked) {
  const { names = [], address = '' } = body;
  const known = [...ANYWHERE, ...casesIn(context)];
  const cases = known.filter(({ name }) => names.includes(name));
  return runCases(cases, new Scene(event, address));
}

/** Forgets what an earlier trigger said at its end. */
function again(): void {
  PropertiesService.getScriptProperties().deleteProperty('kept:done:trigger');
}

/** Two triggers that run once, soon; one of their functions has a name that ends in `_`. */
function installTriggers(): number {
  again();
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
  for (const name of ['atTime_', 'atTime']) {
    ScriptApp.newTrigger(name).timeBased().after(1000).create();
  }
  return ScriptApp.getProjectTriggers().length;
}
