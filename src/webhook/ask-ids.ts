/**
 * While the trigger has nothing else to do it asks for the second ids of rows whose people have not written of late. The
 * provider may count such questions (Green-API: 30,000 a month), and before WhatsApp moves people they teach nothing: so
 * a few rows are asked about every hour, and only as long as that teaches something the next ones follow at once.
 */
import { masked } from '../program/masked';
import { openClients } from '../script/books';
import { isMoving } from '../script/columns-move';
import type { Script } from '../script/program';
import { parsed, type Store } from '../script/properties';
import { type Question, questionsAbout } from '../whatsapp/identity';
import { entriesOf, keep } from './journal';
import { isPaused } from './pause';
import { learnedFrom } from './second-ids';
import { askAll } from './send';

/** How far the questions have come, in Script Properties: JSON of {@link Progress}. */
const IDS_ASKED = 'idsAsked';

/** So many rows are looked at in one run: one read. */
const LOOKED_AT = 500;

/** About so many people is asked at once: after an hour's rest, and while it teaches something. */
const FEW = 5;
const MANY = 20;

/** Until the next few, and until the next round through a base in which everybody has both ids. */
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

interface Progress {
  /** The row to go on from, upwards: the newest people are the likeliest to write. 0 for the last row. */
  row: number;
  /** Not before, in milliseconds. */
  next: number;
  /** Whether the last answers taught something. */
  taught: boolean;
}

/**
 * Asks about some rows, where it is time for that; what was learned is kept for the next run.
 *
 * @returns whether it was time for that
 */
export function askForIds(script: Script): boolean {
  const { program, services, store } = script;
  const now = services.now();
  const progress = parsed<Progress>(store[IDS_ASKED]) ?? { row: 0, next: 0, taught: false };
  if (!program.provider.identify || now < progress.next || isPaused(store, now)) return false;
  // What is read while columns move may be another column's.
  if (isMoving(store, now)) return false;
  try {
    askNext(progress, script);
  } catch (error) {
    console.error(masked(String(error)));
  }
  return true;
}

function askNext(progress: Progress, script: Script): void {
  const { program, services } = script;
  const now = services.now();
  const asking = nextQuestions(progress, script);
  if (!asking) return;
  const { questions, row } = asking;
  const rest = questions.length ? HOUR_MS : row ? 0 : DAY_MS;
  // What cannot be noted is not asked: it would be asked every minute.
  services.properties.setProperties(noted({ row, next: now + rest, taught: false }));
  const requests = questions.map(({ request }) => request);
  const learned = learnedFrom(questions, askAll(requests, services), program.provider, now);
  if (!learned.length) return;
  const next = row ? now : now + HOUR_MS;
  keep(entriesOf(learned, services), services, noted({ row, next, taught: true }));
}

function noted(progress: Progress): Store {
  return { [IDS_ASKED]: JSON.stringify(progress) };
}

/** The next questions, and the row to go on from, 0 when all rows were looked at; null while there are none. */
function nextQuestions(
  { row, taught }: Progress,
  script: Script,
): { questions: Question[]; row: number } | null {
  const { program } = script;
  const clients = openClients(script);
  const last = clients.lastRow();
  const bottom = row > 0 && row < last ? row : last;
  const top = Math.max(bottom - LOOKED_AT + 1, 2);
  if (bottom < top) return null;
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const inRow = new Map(clients.readMany(rows).map((one) => [clients.rowOf(one), one]));
  const questions: Question[] = [];
  let next = bottom;
  while (next >= top && questions.length < (taught ? MANY : FEW)) {
    const client = inRow.get(next);
    if (client) questions.push(...questionsAbout([client], program.provider));
    next--;
  }
  return { questions, row: next > 1 ? next : 0 };
}
