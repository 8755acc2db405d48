/** Runs the triggers: those that fall due, and those that the owner's hand sets off. */
import { changeEvent, editEvent, openEvent, submitEvent, timeEvent, toScript } from './events';
import type { Submission } from './form';
import { runJob } from './machine';
import type { Edit, Listener } from './owner-hand';
import type { Run } from './run';
import type { InstalledTrigger } from './saved-state';
import type { Execution } from './types';
import type { World } from './world';

/** Runs triggers over one world. */
export class TriggerRunner implements Listener {
  readonly #world: World;
  constructor(world: World) {
    this.#world = world;
  }

  /** Moves the clock on; each time trigger runs with the clock at its due time. */
  advance(ms: number): Execution[] {
    const { clock } = this.#world;
    const target = clock.now + ms;
    const ran: Execution[] = [];
    for (let due = this.#nextDue(target); due; due = this.#nextDue(target)) {
      clock.now = Math.max(clock.now, due.nextAt ?? 0);
      if (due.everyMs) due.nextAt = clock.now + due.everyMs;
      else this.#world.triggers = this.#world.triggers.filter((trigger) => trigger !== due);
      ran.push(...this.#run(due, (run) => timeEvent(run, clock.now)));
    }
    clock.now = target;
    return ran;
  }

  /** The spreadsheet is opened: the simple trigger, then those installed. */
  opened(): Execution | undefined {
    const execution = this.#simple('onOpen', (run) => openEvent(run, 'LIMITED'));
    this.#fire('ON_OPEN', (run) => openEvent(run, 'FULL'));
    return execution;
  }

  edited(edit: Edit): void {
    this.#simple('onEdit', (run) => editEvent(run, edit, 'LIMITED'));
    this.#fire('ON_EDIT', (run) => editEvent(run, edit, 'FULL'));
    this.changed('EDIT');
  }

  submitted(submission: Submission): void {
    this.#fire('ON_FORM_SUBMIT', (run) => submitEvent(run, submission));
  }

  changed(changeType: string): void {
    this.#fire('ON_CHANGE', (run) => changeEvent(run, changeType));
  }

  #nextDue(until: number): InstalledTrigger | undefined {
    const time = ({ nextAt = Infinity }: InstalledTrigger) => nextAt;
    const due = this.#world.triggers.filter((trigger) => time(trigger) <= until);
    return due.sort((a, b) => time(a) - time(b))[0];
  }

  #simple(name: string, event: (run: Run) => object): Execution | undefined {
    return runJob(this.#world, {
      function: name,
      as: 'simple',
      args: (run) => toScript(run, [event(run)]),
      ifMissing: 'skip',
    });
  }

  #fire(type: InstalledTrigger['type'], event: (run: Run) => object): void {
    const due = this.#world.triggers.filter((trigger) => trigger.type === type);
    for (const trigger of due) this.#run(trigger, event);
  }

  #run(trigger: InstalledTrigger, event: (run: Run) => object): Execution[] {
    const execution = runJob(this.#world, {
      function: trigger.handler,
      as: 'trigger',
      byOwner: trigger.type !== 'CLOCK',
      args: (run) => toScript(run, [{ ...event(run), triggerUid: trigger.id }]),
      ifMissing: 'fail',
    });
    return execution ? [execution] : [];
  }
}
