/** `POST /local/faults`: what goes wrong next, as a test in this house could set it. */
import {
  type Fields,
  nothingElse,
  oneOf,
  optionalText,
  text,
  wholeNumber,
  yesOrNo,
} from './fields';
import type { Playground } from './playground';
import { Refusal } from './refusal';
import type { NextAnswer } from './world';

const LATEST_CALL = 1000;
const MOST = Number.MAX_SAFE_INTEGER;
const FAULTS = ['timeout', 'refused', 'dns'] as const;
const LIMITS = ['simultaneous', 'fetches', 'properties', 'triggerMs'] as const;
const NAMES = [
  'dieAt',
  'throwAt',
  'interruptAt',
  'lockRefused',
  'cacheForgets',
  'forgetCache',
  'limits',
  'answers',
];

/** Sets the faults that the fields name; the others stay as they are. @throws Refusal for a field that cannot be read */
export function setFaults(playground: Playground, fields: Fields): void {
  nothingElse(fields, ...NAMES);
  const { script, world } = playground;
  const { faults } = script;
  const dies = section(fields, 'dieAt', 'call', 'when');
  if (dies) faults.dieAt = { call: callOf(dies), when: oneOf(dies, 'when', ['before', 'after']) };
  const throws = section(fields, 'throwAt', 'call', 'message');
  if (throws) faults.throwAt = { call: callOf(throws), message: text(throws, 'message') };
  const interrupted = section(fields, 'interruptAt', 'call', 'posts');
  if (interrupted) faults.interruptAt = interruption(playground, interrupted);
  if (fields.lockRefused === 'throws') faults.lockRefused = 'throws';
  else if ('lockRefused' in fields) faults.lockRefused = yesOrNo(fields, 'lockRefused');
  if ('cacheForgets' in fields) faults.cacheForgets = yesOrNo(fields, 'cacheForgets');
  if ('forgetCache' in fields && yesOrNo(fields, 'forgetCache')) script.cache.forget();
  const limits = section(fields, 'limits', ...LIMITS);
  for (const name of LIMITS) {
    if (limits && name in limits) script.limits[name] = wholeNumber(limits, name, 0, MOST);
  }
  if ('answers' in fields) world.nextAnswers = list(fields, 'answers').map(nextAnswer);
}

/** What is set and has not struck yet, and what the day has used up. */
export function faultsOf({ script, world }: Playground) {
  const { dieAt, throwAt, interruptAt, lockRefused, cacheForgets } = script.faults;
  return {
    dieAt,
    throwAt,
    interruptAt: interruptAt && { call: interruptAt.call },
    lockRefused: lockRefused ?? false,
    cacheForgets: cacheForgets ?? false,
    limits: script.limits,
    usedToday: script.usedToday,
    answers: world.nextAnswers,
  };
}

/** Posts of the webhook in the middle of a call; what goes wrong in them stands with each. */
function interruption(playground: Playground, fields: Fields) {
  const call = callOf(fields);
  const posts = list(fields, 'posts').map((entry) => {
    const post = asFields(entry, 'posts');
    nothingElse(post, 'body', 'contentType', 'faults');
    const faults = post.faults === undefined ? undefined : asFields(post.faults, 'faults');
    const contentType = optionalText(post, 'contentType') ?? 'application/json';
    return { body: text(post, 'body'), contentType, faults };
  });
  const run = () => {
    for (const { body, contentType, faults } of posts) {
      if (faults) setFaults(playground, faults);
      const queryString = new URL(playground.world.webhookUrl).search.slice(1);
      playground.script.post({ queryString, contentType, body });
    }
  };
  return { call, run };
}

function nextAnswer(entry: unknown): NextAnswer {
  if (entry === 'lost') return 'lost';
  const fault = FAULTS.find((one) => one === entry);
  if (fault) return { fault };
  if (typeof entry === 'number') {
    return { status: wholeNumber({ status: entry }, 'status', 100, 599), body: '' };
  }
  const answer = asFields(entry, 'answers');
  nothingElse(answer, 'status', 'body');
  return {
    status: wholeNumber(answer, 'status', 100, 599),
    body: optionalText(answer, 'body') ?? '',
  };
}

function callOf(fields: Fields): number {
  return wholeNumber(fields, 'call', 1, LATEST_CALL);
}

function section(fields: Fields, name: string, ...names: string[]): Fields | undefined {
  if (fields[name] === undefined) return undefined;
  const found = asFields(fields[name], name);
  nothingElse(found, ...names);
  return found;
}

function asFields(value: unknown, name: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Refusal(`"${name}" must be a JSON object.`);
}

function list(fields: Fields, name: string): unknown[] {
  const value = fields[name];
  if (Array.isArray(value)) return value;
  throw new Refusal(`"${name}" must be a list.`);
}
