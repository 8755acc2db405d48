/** Runs one function of the script per execution: loads it again, calls it, ends it, and wakes those who waited. */
import { loadScript } from './context';
import { FLAT_MS } from './costs';
import { TOO_MANY_AT_ONCE } from './limits';
import { drainPromises } from './realm';
import type { Outcome, StrikingFaults } from './repeatable';
import { leaveRoom, type Room } from './rooms';
import { type Replay, Run } from './run';
import type { Answer, Question } from './screen';
import type { Execution, RunAs } from './types';
import type { World } from './world';

/** What to run. */
export interface Job {
  function: string;
  as: RunAs;
  /** Made for each execution, since handles such as an event's range belong to one. */
  args: (run: Run) => unknown[];
  /** A function that is missing is passed over (simple triggers), is the caller's mistake, or fails as at Google's. */
  ifMissing: 'skip' | 'throw' | 'fail';
  viaFetch?: boolean;
  /** A trigger of something that the owner does in the document. */
  byOwner?: boolean;
  /** Called once, when the execution has really ended. `value` is the script's own, not yet ours. */
  ended?: (run: Run, value: unknown) => void;
  /** Called when Google does not let it begin. */
  refused?: (message: string) => void;
}

/** They have no document before them. */
const OFF_SCREEN = new Set<RunAs>(['webApp', 'visitor', 'trigger']);
const NO_FUNCTION = 'NO_FUNCTION';
/** How many executions are remembered. */
const REMEMBERED = 500;

/**
 * Runs a job now. An execution that has to wait for a lock of an outer one, or for the owner's answer, comes back with
 * `waiting`, and is run by the release of that lock, or by the answer.
 *
 * @returns undefined when the function is missing and may be
 * @throws the error of the outside world or of an interruption; a missing function when the job says so
 */
export function runJob(world: World, job: Job): Execution | undefined {
  const record = recordOf(world, job);
  const refusal = refusalOf(world, job.as);
  if (refusal) {
    record.error = refusal;
    remember(world, record);
    job.refused?.(refusal);
    return record;
  }
  return execute(world, job, record, takeFaults(world)) ? record : undefined;
}

function recordOf(world: World, { function: name, as }: Pick<Job, 'function' | 'as'>): Execution {
  return {
    id: world.newId(),
    function: name,
    as,
    at: world.now(),
    calls: {},
    trace: [],
    cells: 0,
    modelledMs: 0,
    log: [],
  };
}

/** Whether `runJob` threw this because the script has no such function. */
export function isNoFunction(error: unknown): boolean {
  return ((error as Error)?.cause as { code?: string } | undefined)?.code === NO_FUNCTION;
}

/** The script's top-level functions that the editor offers to run. @throws whatever the script throws as it loads */
export function functionNames(world: World): string[] {
  const run = new Run(world, recordOf(world, { function: '', as: 'editor' }), {}, false);
  world.stack.push(run);
  try {
    leaveRoom(loadScript(run));
    return run.functionNames;
  } finally {
    world.stack.pop();
  }
}

/** Why Google does not even begin an execution; undefined when it does. */
function refusalOf(world: World, as: RunAs): string | undefined {
  const { stack, locks, screen, limits, usage } = world;
  const underWay = stack.length + locks.waiters.length + screen.questions.length;
  if (underWay >= limits.simultaneous) return TOO_MANY_AT_ONCE;
  return as === 'trigger' ? usage.refusal('triggerMs', 1) : undefined;
}

/** Whether whoever started the execution may name the function. */
function mayCall({ quirks }: World, { function: name, as }: Job): boolean {
  if (!name.endsWith('_')) return true;
  if (as === 'menu') return quirks.menusCallUnderscored;
  return as !== 'trigger' || quirks.triggersCallUnderscored;
}

function execute(
  world: World,
  job: Job,
  record: Execution,
  faults: StrikingFaults,
  replay?: Replay,
): boolean {
  const hasScreen = job.byOwner ?? !OFF_SCREEN.has(job.as);
  const mayAsk = hasScreen && world.screen.answers === 'later';
  const run = new Run(world, record, faults, mayAsk || world.stack.length > 0, replay);
  run.viaFetch = job.viaFetch ?? false;
  run.hasScreen = hasScreen;
  world.stack.push(run);
  let value: unknown;
  let room: Room | undefined;
  try {
    room = loadScript(run);
    const entry = room.script[job.function];
    const callable = mayCall(world, job);
    if (callable && typeof entry === 'function') {
      remember(world, record);
      value = entry(...job.args(run));
      drainPromises(run.realm, value);
    } else if (!callable || job.ifMissing === 'fail') {
      remember(world, record);
      throw run.exception(`Script function not found: ${job.function}`);
    } else {
      if (job.ifMissing === 'skip') {
        leaveRoom(room);
        return false;
      }
      throw run.byHost(() => {
        throw new Error(
          `The script in ${world.options.folder} has no function ${job.function}. It has ${run.functionNames.join(', ') || 'none at all'}.`,
          { cause: { code: NO_FUNCTION } },
        );
      });
    }
  } catch (error) {
    remember(world, record);
    if (!run.waitsFor) note(record, error);
  } finally {
    finish(world, run);
  }
  if (room) leaveRoom(room);
  if (run.hostFailure) throw run.hostFailure.error;
  if (run.waitsFor) {
    record.waiting = true;
    const { waitsFor } = run;
    if ('question' in waitsFor) ask(world, job, run, waitsFor.question);
    else {
      const resume = () => again(world, job, record, run.toReplay());
      world.locks.waiters.push({ lock: waitsFor.lock, resume });
    }
    return true;
  }
  if (record.died) value = undefined;
  else if (record.error === undefined && job.as !== 'webApp') record.result = run.toHost(value);
  job.ended?.(run, value);
  return true;
}

/** The last flush, whether the script ended well or not; then its locks are free. */
function finish(world: World, run: Run): void {
  try {
    run.end();
  } catch (error) {
    note(run.record, error);
  }
  if (run.record.as === 'trigger' && !run.waitsFor) {
    world.usage.add('triggerMs', run.record.modelledMs);
  }
  if (!run.waitsFor) {
    world.database.endExecution(run.record.id);
    // It is not repeated any more; what it has read may be a hundred thousand rows.
    run.outcomes.length = 0;
  }
  for (const lock of [...run.held]) world.locks.release(lock, run);
  world.stack.splice(world.stack.indexOf(run), 1);
}

/** Shows a question at which an execution stands. */
function ask(world: World, job: Job, run: Run, question: Question): void {
  const { screen } = world;
  const { record } = run;
  const stood = run.now();
  const id = world.newId();
  const close = () => {
    const place = screen.questions.findIndex((one) => one.id === id);
    if (place < 0) throw new Error('This question has been answered.');
    screen.questions.splice(place, 1);
  };
  const answer = (given: Answer) => {
    close();
    const stoodMs = Math.max(0, world.now() - stood);
    const answered: Outcome = { kind: 'ui', value: given, ms: FLAT_MS.ui, stoodMs };
    const replay = run.toReplay();
    again(world, job, record, { ...replay, outcomes: [...replay.outcomes, answered] });
    return record;
  };
  const giveUp = () => {
    close();
    delete record.waiting;
    Object.assign(record, {
      died: true,
      error: 'The document was closed before the dialog was answered.',
    });
    job.ended?.(run, undefined);
  };
  screen.questions.push({ ...question, id, answer, giveUp });
}

/** Runs an execution from its beginning, up to where it waited with the outcomes that its calls had the first time. */
function again(world: World, job: Job, record: Execution, replay: Replay): void {
  Object.assign(record, { calls: {}, trace: [], cells: 0, modelledMs: 0, log: [] });
  for (const key of ['waiting', 'error', 'stack', 'missing', 'alerts'] as const) delete record[key];
  execute(world, job, record, replay.faults, replay);
}

/** Takes out the faults that strike once: they are for this execution. */
function takeFaults(world: World): StrikingFaults {
  const { faults, stack } = world;
  if (stack.length === 0) {
    world.locks.forgetTimes();
    if (faults.cacheForgets) for (const cache of Object.values(world.caches)) cache.clear();
  }
  const { dieAt, throwAt, interruptAt } = faults;
  for (const key of ['dieAt', 'throwAt', 'interruptAt'] as const) delete faults[key];
  return {
    ...(dieAt ? { dieAt } : {}),
    ...(throwAt ? { throwAt } : {}),
    ...(interruptAt ? { interruptAt } : {}),
  };
}

function remember(world: World, record: Execution): void {
  if (world.executions.includes(record)) return;
  world.executions.push(record);
  if (world.executions.length > REMEMBERED) world.executions.shift();
}

/** Keeps the first error; an execution's death is noted where it happens. */
function note(record: Execution, error: unknown): void {
  if (record.error !== undefined) return;
  const isError = Object.prototype.toString.call(error) === '[object Error]';
  record.error = isError ? (error as Error).message : String(error);
  if (isError && (error as Error).stack) record.stack = (error as Error).stack as string;
}
