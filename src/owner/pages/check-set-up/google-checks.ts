/** Checks of what Google lends the script: lock, cache, properties, the trigger. */
import { server } from '../shared/server';
import type { Check, Outcome, Shared } from './check';

/** Google's limit for all Script Properties together. */
const PROPERTY_BYTES = 500_000;

/** It notes that it runs every twenty minutes at least. */
const LATE_MS = 30 * 60 * 1000;

export function googleChecks(): Check[] {
  return [
    { title: 'The one-minute trigger', run: trigger },
    { title: 'Lock, cache and properties', run: services },
  ];
}

async function trigger(shared: Shared): Promise<Outcome> {
  const { trigger: installed, triggerRan } = await server.tryServices();
  const { now } = await shared.state();
  if (!installed) {
    return {
      result: 'fail',
      found: 'It is not installed for you.',
      toDo: 'Run this check again: it installs the trigger. If somebody else set the script up, theirs does the work.',
    };
  }
  if (triggerRan === null) {
    return { result: 'pass', found: 'It is installed. When it last ran is not known.' };
  }
  const minutes = Math.round((now - triggerRan) / 60_000);
  if (now - triggerRan < LATE_MS) return { result: 'pass', found: 'It is installed and runs.' };
  return {
    result: 'fail',
    found: `It is installed, but has not run for ${minutes} min.`,
    toDo: 'Apps Script → Triggers: if it shows errors or “disabled”, delete it and run this check again.',
  };
}

async function services(): Promise<Outcome> {
  const { lock, lockMs, cache, properties, intl } = await server.tryServices();
  const bytes = properties.reduce((sum, [name, length]) => sum + name.length + length, 0);
  const used = Math.round((bytes / PROPERTY_BYTES) * 100);
  const details = [
    `lock: ${lock ? `had after ${lockMs} ms` : 'not to be had within 10 s'}`,
    `cache: ${cache ? 'works' : 'forgets at once'}`,
    `properties: ${properties.length}, about ${Math.ceil(bytes / 1000)} of 500 KB`,
    `Intl is there: ${intl ? 'yes' : 'no'}`,
  ];
  if (!lock) {
    return {
      result: 'fail',
      found: 'The script was busy for 10 seconds, so the lock could not be tried.',
      toDo: 'Many messages are coming in at the same time, or something is stuck: try again in a few minutes.',
      details,
    };
  }
  if (used >= 80) {
    return {
      result: 'fail',
      found: `Script Properties are ${used} % full.`,
      toDo: 'Very many events are waiting: look at the other checks, and at the tab Problems.',
      details,
    };
  }
  if (!cache) {
    return {
      result: 'warn',
      found: 'The cache keeps nothing.',
      toDo: 'Messages that WhatsApp delivers twice take a little longer; nothing is counted twice.',
      details,
    };
  }
  return { result: 'pass', found: 'All of them work.', details };
}
