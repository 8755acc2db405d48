/**
 * Crowds: 3 to 11 executions inside each other's calls, about the same few people and the same inviters, with deliveries
 * that come twice and executions that die. SEED and RUNS choose others.
 */
import fc from 'fast-check';
import { othersWrite } from '../../local/others';
import type { Business } from '../support/business';
import { tellCases } from '../support/part';
import { WAYS } from '../support/ways';
import { byChance } from './by-chance';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, staged } from './stories';

/** One execution of a crowd, which runs in the middle of a call of the one before it. */
interface Visit {
  /** Who writes; the trigger runs where it is null. */
  who: keyof typeof WRITERS | null;
  what: keyof typeof TEXTS;
  /** The same delivery comes once more, at once. */
  twice: boolean;
  /** The call in the middle of which the next one runs. */
  next: number;
  /** The call at which this one dies; null when it does not. */
  dies: { call: number; when: 'before' | 'after' } | null;
}

const WRITERS = {
  Ben: ({ ben }: Cast) => ben,
  Cleo: ({ cleo }: Cast) => cleo,
  'a friend': ({ friends }: Cast) => friends[0] as Cast['ben'],
  'another friend': ({ friends }: Cast) => friends[1] as Cast['ben'],
  Anna: ({ anna }: Cast) => anna,
};

const TEXTS = {
  'Anna’s invitation': ({ anna }: Cast) => invitation(anna),
  'Cleo’s invitation': ({ cleo }: Cast) => invitation(cleo),
  Link: () => 'Link',
  'My referrals': () => 'My referrals',
  Hello: () => 'Hello',
};

const visit: fc.Arbitrary<Visit> = fc.record({
  who: fc.constantFrom<Visit['who'][]>(...(Object.keys(WRITERS) as Visit['who'][]), 'Ben', null),
  what: fc.constantFrom<Visit['what'][]>(
    ...(Object.keys(TEXTS) as Visit['what'][]),
    'Anna’s invitation',
    'Anna’s invitation',
  ),
  twice: fc.constantFrom(false, false, true),
  next: fc.integer({ min: 1, max: 14 }),
  dies: fc.option(
    fc.record({
      call: fc.integer({ min: 1, max: 14 }),
      when: fc.constantFrom<('before' | 'after')[]>('before', 'after'),
    }),
    { freq: 3 },
  ),
});

interface Crowd {
  visits: Visit[];
  /** Whether many others write as well. */
  among: boolean;
}

const crowd: fc.Arbitrary<Crowd> = fc.record({
  visits: fc.array(visit, { minLength: 3, maxLength: 11, size: 'max' }),
  among: fc.constantFrom(...WAYS),
});

const STAGE = {
  name: 'a crowd',
  before(shop: Business, { anna, cleo }: Cast) {
    shop.writes(anna, 'Link');
    shop.writes(cleo, 'Link');
  },
};

let crowds = 0;
let executions = 0;
let deaths = 0;
afterAll(() => tellCases(`crowds: ${crowds} crowds, ${executions} executions, ${deaths} deaths`));

/** Everybody comes, each in the middle of the one before; where that one ends too early, right after it. */
function come(shop: Business, cast: Cast, [first, ...others]: Visit[]): void {
  if (!first) return;
  let came = false;
  const next = () => {
    if (came) return;
    came = true;
    come(shop, cast, others);
  };
  if (others.length) shop.script.faults.interruptAt = { call: first.next, run: next };
  if (first.dies) shop.script.faults.dieAt = first.dies;
  if (first.who === null) shop.triggerRuns();
  else {
    shop.whatsapp.delivery.times = first.twice ? 2 : 1;
    const text = TEXTS[first.what](cast);
    shop.whatsapp.write(WRITERS[first.who](cast).key, { text });
  }
  if (!came) {
    shop.script.faults = {};
    next();
  }
}

function play({ visits, among }: Crowd): void {
  crowds++;
  const { shop, cast } = staged(STAGE);
  const endOthers = among ? othersWrite(shop.script) : () => undefined;
  const before = shop.script.executions.length;
  const posted = shop.bodies.length;
  come(shop, cast, visits);
  shop.script.faults = {};
  shop.whatsapp.delivery.times = 1;
  const ran = shop.script.executions.slice(before);
  executions += ran.length;
  deaths += ran.filter(({ died }) => died).length;
  // WhatsApp sends again what an execution that died may have lost.
  for (const body of new Set(shop.bodies.slice(posted))) shop.post(body);
  endOthers();
  settle(shop);
  expectWhole(shop);
  expectEveryoneTold(shop);
  for (const { who, what } of visits) {
    if (who && / invitation$/.test(what)) expectInvited(shop, cast, who, visits);
  }
}

/** Whoever came by a link of somebody else is noted under one of those whose links they used, unless it were a loop. */
function expectInvited(
  shop: Business,
  cast: Cast,
  who: keyof typeof WRITERS,
  visits: Visit[],
): void {
  const person = WRITERS[who](cast);
  const inviters = visits
    .filter((one) => one.who === who)
    .flatMap(({ what }) =>
      what === 'Anna’s invitation'
        ? (cast.anna.phone ?? '')
        : what === 'Cleo’s invitation'
          ? (cast.cleo.phone ?? '')
          : [],
    );
  const invitedBy = shop.row(person)['Invited by'] ?? '';
  const mayHaveNone = person === cast.anna || person === cast.cleo;
  expect([...inviters, ...(mayHaveNone ? [''] : [])]).toContain(invitedBy);
}

function inWords({ who, what, twice, next, dies }: Visit): string {
  const comes = who
    ? `${who} writes “${what}”${twice ? ', delivered twice' : ''}`
    : 'the trigger runs';
  const death = dies ? ` it dies ${dies.when} call ${dies.call};` : '';
  return `${comes};${death} in the middle of its call ${next}:`;
}

test('3 to 11 executions inside each other: one row, one inviter, every referral told once', () => {
  byChance({
    cases: crowd,
    runs: 600,
    check: play,
    tell: ({ visits, among }) =>
      [
        ...(among ? ['Many others write.'] : []),
        ...visits.map((one, n) => `${'  '.repeat(n)}${inWords(one)}`),
      ].join('\n'),
    file: 'test/reliability/crowds',
  });
}, 300_000);

test('two invitations in one second, the first of them cut off: told once', () => {
  const { shop, cast } = staged(STAGE);
  const { anna, ben } = cast;
  shop.script.faults.dieAt = { call: 5, when: 'before' };
  shop.whatsapp.write(ben.key, { text: invitation(anna) });
  expect(shop.has(ben)).toBe(false);
  shop.whatsapp.write(ben.key, { text: invitation(anna) });
  settle(shop);
  expectEveryoneTold(shop);
});

test('several are told of together, one of whom was cut off and waits since just now: told once', () => {
  const visit = { what: 'Anna’s invitation', twice: false, next: 1, dies: null } as const;
  const visits: Visit[] = [
    { ...visit, who: 'Ben', next: 2, dies: { call: 8, when: 'before' } },
    { ...visit, who: 'a friend' },
    { ...visit, who: 'Cleo' },
  ];
  for (const among of WAYS) play({ visits, among });
});
