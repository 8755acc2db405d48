/** Runs the cases of the context that the execution is in. */
import type { Context } from '../case';
import { ANYWHERE, casesIn } from '../suite';
import { type Answers, runCases } from './run-cases';
import { Scene } from './scene';

const ADDRESS = 'address';
/** Set when the web app does not see the spreadsheet: then a trigger and the menu run what can be run anywhere. */
const ALL = 'all';
/** A simple trigger is given thirty seconds. */
const SIMPLE_MS = 15_000;

const properties = () => PropertiesService.getScriptProperties();

/** @returns the answers of the cases of this context */
export function runHere(context: Context, event: unknown): Answers {
  const simple = context === 'open' || context === 'edit';
  const scene = new Scene(event, simple ? '' : (properties().getProperty(ADDRESS) ?? ''));
  if (simple) return runCases(casesIn(context), scene, SIMPLE_MS);
  const isOwners = context === 'trigger' || context === 'menu';
  const open = isOwners && properties().getProperty(ALL) === 'yes' ? stillOpen() : [];
  return runCases([...casesIn(context), ...open], scene);
}

/** Notes what the executions to come have to know. */
export function prepare(address: string, all: boolean): void {
  properties().setProperties({ [ADDRESS]: address, [ALL]: all ? 'yes' : 'no' });
}

function stillOpen() {
  const done = new Set(properties().getKeys());
  return ANYWHERE.filter(({ name }) => !done.has(`kept:${name}`));
}
