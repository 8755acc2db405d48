/** Sends what cases came to, all at once, and puts back into the journal what is not finished. */
import type { Reason, Update } from '../program/model';
import { tokenInRef } from '../program/token';
import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import { noteUnanswered } from '../script/unanswered';
import { noteUnpaid } from '../script/unpaid';
import { nextTry } from './again';
import { markArrivals } from './arrivals';
import type { Outcome } from './case';
import { sentMark } from './count-sent';
import { newUpdates } from './follow';
import { type Entry, entriesOf, GRACE_MS, type Kept, settle } from './journal';
import { isTemporary, mark } from './mark';
import { handledKey, helpKey, knownKey, newsMark, remember, toldKeys } from './marks';
import { isPaused, watchSending } from './pause';
import { rewardingsAfter } from './rewarding';
import { learnedFrom, questionsAfter } from './second-ids';
import { latestTicks, readMarks, seenIn } from './seen';
import { sendAll, type Verdicts } from './send';
import { ticksMark } from './ticks';

/**
 * Sends, and brings the journal up to date.
 *
 * @param entries where the cases are kept
 * @param safe whether the journal has them
 * @param alsoRemember marks for the cache
 * @returns whether something new was left open for whoever carries on
 */
export function deliver(
  outcomes: Outcome[],
  entries: Entry[],
  script: Script,
  safe: boolean,
  alsoRemember: Record<string, string> = {},
): boolean {
  const { services } = script;
  const { verdicts, learned, seen } = send(outcomes, script);
  const left = new Map<Update, Kept>();
  const late: Update[] = [];
  for (const outcome of outcomes) {
    const { update } = outcome.one;
    const kept = keptAfter(outcome, verdicts, safe, script);
    if (kept) left.set(update, kept);
    else if (outcome.late) late.push(update);
  }
  const handled = new Set(outcomes.map(({ one }) => one.update));
  for (const entry of entries) {
    entry.kept = entry.kept.flatMap((one) =>
      handled.has(one.update) ? (left.get(one.update) ?? []) : one,
    );
  }
  noteUnanswered(late, script);
  const rewardings = rewardingsAfter(outcomes, script);
  const started = [...newUpdates(outcomes, verdicts, script), ...rewardings, ...learned];
  const marks = {
    ...alsoRemember,
    ...marksOf(outcomes, left, verdicts, script),
    ...sentMark(outcomes, verdicts, script),
    ...ticksMark(latestTicks(outcomes), seen, script.program.clock.now),
    ...newsMark(script),
  };
  // What follows has to be safe before the update counts as handled.
  if (started.length) settle(withStarted(entries, started, script), services);
  remember(marks, services);
  if (!started.length) settle(entries, services);
  return started.some(({ notBefore }) => notBefore <= services.now());
}

/** What has just begun takes the place of something that is finished: one call instead of two. */
function withStarted(entries: Entry[], started: Kept[], { services }: Script): Entry[] {
  const made = entriesOf(started, services);
  const free = entries.find(({ kept }) => !kept.length);
  const [first, ...others] = made;
  if (!free || !first) return [...entries, ...made];
  free.kept = first.kept;
  return [...entries, ...others];
}

interface Done {
  verdicts: Verdicts;
  learned: Kept[];
  /** How many messages got blue ticks. */
  seen: number;
}

function send(outcomes: Outcome[], script: Script): Done {
  const { program, services, store } = script;
  const sendings = outcomes.flatMap((outcome) => outcome.sendings);
  const paused = isPaused(store, program.clock.now);
  if (paused) {
    const verdicts = new Map(sendings.map((sending) => [sending, paused]));
    return { verdicts, learned: [], seen: 0 };
  }
  const { provider } = program;
  const seen = seenIn(outcomes);
  const marks = readMarks(seen, program);
  const questions = questionsAfter(outcomes, provider);
  const along = [...marks, ...questions.map(({ request }) => request)];
  const { verdicts, answers } = sendAll(sendings, along, provider, services);
  const reasons = [...verdicts.values()];
  watchSending(reasons, script);
  tellOfTrouble(reasons, script);
  const accepted = sendings.filter((sending) => verdicts.get(sending) === null);
  const tokens = accepted.map(({ ref }) => tokenInRef(ref));
  markArrivals(tokens, 'answered', script);
  const learned = learnedFrom(questions, answers.slice(marks.length), provider, services.now());
  return { verdicts, learned, seen: seen.length };
}

/** What stops every message, and a template that does not work, is the owner's business. */
function tellOfTrouble(reasons: (Reason | null)[], script: Script): void {
  const broken = reasons.find((reason) => reason?.meaning === 'broken');
  const template = reasons.find((reason) => reason?.meaning === 'template' && reason.toDo);
  if (broken) {
    const toDo =
      broken.toDo ??
      'Use Referrals → Connect… and enter the values again. What is waiting is then sent on its own.';
    const what = `Nothing can be sent: ${broken.text}`;
    tellOwner({ what, toDo }, script);
    if (broken.unpaid) noteUnpaid({ what, toDo }, script);
  }
  if (template?.toDo) {
    const what = `The notice template does not work: ${template.text}`;
    tellOwner({ what, toDo: template.toDo }, script);
  }
}

/** What stays in the journal of a case; null when it is finished. */
function keptAfter(
  outcome: Outcome,
  verdicts: Verdicts,
  safe: boolean,
  script: Script,
): Kept | null {
  const { one, sendings } = outcome;
  const { now } = script.program.clock;
  const accepted = sendings.filter((sending) => verdicts.get(sending) === null);
  const refused = sendings.filter((sending) => verdicts.get(sending));
  const reasons = refused.map((sending) => verdicts.get(sending) as Reason);
  const temporary = reasons.filter(isTemporary);
  const atLeast = temporary.map(({ meaning, waitMs = 0 }) =>
    Math.max(waitMs, meaning === 'unknown' ? GRACE_MS : 0),
  );
  const again = temporary.length ? nextTry(one.kept, now, Math.max(...atLeast)) : null;
  // What may have gone and cannot be kept is not tried again: better not at all than twice.
  const unsure = (reason: Reason) => reason.meaning === 'unknown' && !safe;
  const marked = mark(refused, verdicts, (reason) => again !== null && !unsure(reason), script);
  const kept: Kept = {
    ...one.kept,
    begun: true,
    wrote: true,
    tries: one.kept.tries + 1,
    accepted: [...one.kept.accepted, ...accepted.map(({ ref }) => ref)],
    notBefore: again ?? now + 60_000,
  };
  return again === null && marked ? null : kept;
}

function marksOf(
  outcomes: Outcome[],
  left: Map<Update, Kept>,
  verdicts: Verdicts,
  { program }: Script,
): Record<string, string> {
  const now = String(program.clock.now);
  const marks: Record<string, string> = {};
  for (const { one, helped, sendings } of outcomes) {
    const { update } = one;
    if (!left.has(update)) marks[handledKey(update)] = '1';
    if (update.kind === 'message') {
      if (helped) marks[helpKey(update)] = now;
      marks[knownKey(update)] = '1';
    }
    for (const sending of sendings) {
      if (!sending.inviter || verdicts.get(sending) !== null) continue;
      for (const key of toldKeys(sending.inviter)) marks[key] = now;
    }
  }
  return marks;
}
