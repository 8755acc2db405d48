/** Installed triggers: what they are, and the builders that make them. */
import { guard } from './guard';
import type { Run } from './run';
import type { InstalledTrigger } from './saved-state';

const MAX_TRIGGERS = 20;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

class TriggerBuilder {
  readonly #run: Run;
  readonly #handler: string;
  constructor(run: Run, handler: string) {
    this.#run = run;
    this.#handler = handler;
  }
  timeBased() {
    return guard(
      this.#run,
      'ClockTriggerBuilder',
      new ClockTriggerBuilder(this.#run, this.#handler),
    );
  }
  /** The spreadsheet itself or its id: there is no other one here. */
  forSpreadsheet(spreadsheet: string | { getId(): string }) {
    const id = typeof spreadsheet === 'object' ? spreadsheet.getId() : String(spreadsheet);
    if (id !== this.#run.world.book.id) {
      throw this.#run.exception(`Document ${id} is missing (perhaps it was deleted?)`);
    }
    return spreadsheetTrigger(this.#run, this.#handler);
  }
}

function spreadsheetTrigger(run: Run, handler: string, type?: InstalledTrigger['type']): object {
  const on = (event: InstalledTrigger['type']) => () => spreadsheetTrigger(run, handler, event);
  return guard(run, 'SpreadsheetTriggerBuilder', {
    onEdit: on('ON_EDIT'),
    onOpen: on('ON_OPEN'),
    onChange: on('ON_CHANGE'),
    onFormSubmit: on('ON_FORM_SUBMIT'),
    create: () => {
      if (!type) throw run.exception('The trigger has no event at which it should run.');
      return install(run, { handler, type });
    },
  });
}

class ClockTriggerBuilder {
  readonly #run: Run;
  readonly #handler: string;
  #everyMs?: number;
  #afterMs?: number;
  #hour?: number;
  constructor(run: Run, handler: string) {
    this.#run = run;
    this.#handler = handler;
  }
  everyMinutes(n: number) {
    if (![1, 5, 10, 15, 30].includes(n)) {
      throw this.#run.exception(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    }
    return this.#every(n * MINUTE_MS);
  }
  everyHours(n: number) {
    if (![1, 2, 4, 6, 8, 12].includes(n)) {
      throw this.#run.exception(
        'The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.',
      );
    }
    return this.#every(n * 60 * MINUTE_MS);
  }
  everyDays(n: number) {
    return this.#every(n * DAY_MS);
  }
  everyWeeks(n: number) {
    return this.#every(n * 7 * DAY_MS);
  }
  /** Of a trigger that repeats by days: the hour at which it runs, here in UTC and on the full hour. */
  atHour(hour: number) {
    this.#hour = hour;
    return this.#again();
  }
  after(ms: number) {
    this.#afterMs = ms;
    return this.#again();
  }
  at(date: Date) {
    this.#afterMs = date.getTime() - this.#run.record.at;
    return this.#again();
  }
  /** Counted from the beginning of the execution, so that the clock falls on round times. */
  create(): object {
    const now = this.#run.record.at;
    if (this.#afterMs !== undefined) return this.#install({ nextAt: now + this.#afterMs });
    const everyMs = this.#everyMs;
    if (!everyMs) throw this.#run.exception('The trigger has no time at which it should run.');
    if (this.#hour === undefined) return this.#install({ everyMs, nextAt: now + everyMs });
    const today = Math.floor(now / DAY_MS) * DAY_MS + this.#hour * 60 * MINUTE_MS;
    return this.#install({ everyMs, nextAt: today > now ? today : today + DAY_MS });
  }
  #install(time: { everyMs?: number; nextAt: number }): object {
    return install(this.#run, { handler: this.#handler, type: 'CLOCK', ...time });
  }
  #every(ms: number): this {
    this.#everyMs = ms;
    return this.#again();
  }
  #again(): this {
    return guard(this.#run, 'ClockTriggerBuilder', this);
  }
}

export const TRIGGER = Symbol('trigger');

/** What a script sees of a trigger. */
export class Trigger {
  readonly [TRIGGER]: InstalledTrigger;
  constructor(trigger: InstalledTrigger) {
    this[TRIGGER] = trigger;
  }
  getHandlerFunction(): string {
    return this[TRIGGER].handler;
  }
  getUniqueId(): string {
    return this[TRIGGER].id;
  }
  getEventType(): string {
    return this[TRIGGER].type;
  }
  getTriggerSource(): string {
    return this[TRIGGER].type === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS';
  }
}

/** What a script gets to see of a trigger. */
export function triggerHandle(run: Run, trigger: InstalledTrigger): object {
  return guard(run, 'Trigger', new Trigger(trigger));
}

function install(run: Run, trigger: Omit<InstalledTrigger, 'id'>): object {
  const installed = run.call('triggers', `create ${trigger.handler}`, () => {
    const { world } = run;
    if (world.triggers.length >= MAX_TRIGGERS) {
      throw run.exception(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const made: InstalledTrigger = { id: String(world.newId()), ...trigger };
    world.triggers.push(made);
    return { ...made };
  });
  return triggerHandle(run, installed);
}

/** What ScriptApp.newTrigger() gives. */
export function newTrigger(run: Run, handler: string): object {
  return guard(run, 'TriggerBuilder', new TriggerBuilder(run, handler));
}
