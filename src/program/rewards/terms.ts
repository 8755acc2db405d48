/** The owner's terms, read from the settings, and what follows from them alone. */

import type { REWARDS } from '../catalogue/rewards';
import { readWho } from '../phone';
import { isYes } from '../setting-entry';
import { readAmount } from './amount';
import type { CountsWhen, FlagLimits, Milestone, Terms } from './model';

type TermKey = (typeof REWARDS)[number]['key'];

/** Reads values that were checked before. */
export function readTerms(values: Record<TermKey, string>): Terms {
  return {
    countsWhen: readCountsWhen(values.countsWhen),
    friendGets: values.friendGets,
    inviterGets: values.inviterGets,
    milestones: readMilestones(values.milestones),
    waitDays: Number(values.waitDays),
    smallestPurchase: readAmount(values.smallestPurchase) ?? 0,
    atMostAMonth: limit(values.atMostAMonth),
    atMostInAll: limit(values.atMostInAll),
    runsFrom: values.runsFrom,
    runsUntil: values.runsUntil,
    paused: isYes(values.paused),
    staff: readNumbers(values.staff),
    flags: readFlags(values),
  };
}

function readFlags(values: Record<TermKey, string>): FlagLimits {
  return {
    perHour: Number(values.flagsPerHour),
    perDay: Number(values.flagsPerDay),
    digits: Number(values.flagsDigits),
    sameName: isYes(values.flagsName),
    hidden: isYes(values.flagsHidden),
    seconds: Number(values.flagsSeconds),
    silentDays: Number(values.flagsSilentDays),
  };
}

/** Whether anything is promised: without it the program is what it is without rewards. */
export function hasRewards({ friendGets, inviterGets, milestones }: Terms): boolean {
  return friendGets !== '' || inviterGets !== '' || milestones.length > 0;
}

/**
 * Whether friends who join on this day bring rewards.
 *
 * @param day as `2026-12-31`, in the spreadsheet's time zone
 */
export function runsOn(day: string, { paused, runsFrom, runsUntil }: Terms): boolean {
  return !paused && day >= runsFrom && (runsUntil === '' || day <= runsUntil);
}

/**
 * The phone numbers (in their canonical form) and Telegram keys of a cell, one a line or separated by commas; anything
 * else is left out.
 */
function readNumbers(cell: string): string[] {
  return numbersIn(cell).flatMap((one) => {
    const who = readWho(one);
    return who ? [who] : [];
  });
}

/** What a cell holds that is meant for a number and is none. */
export function notNumbers(cell: string): string[] {
  return numbersIn(cell).filter((one) => readWho(one) === null);
}

function numbersIn(cell: string): string[] {
  return cell
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

function readCountsWhen(value: string): CountsWhen {
  if (/^bought$/i.test(value)) return 'bought';
  return /^i say so$/i.test(value) ? 'said' : 'joined';
}

function readMilestones(cell: string): Milestone[] {
  const milestones = cell.split('\n').flatMap((line) => {
    const [, friends, reward = ''] = /^\s*(\d+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return friends && reward ? [{ friends: Number(friends), reward }] : [];
  });
  return milestones.sort((a, b) => a.friends - b.friends);
}

function limit(value: string): number | null {
  return value === '' ? null : Number(value);
}
