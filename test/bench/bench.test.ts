/** The benchmark: its result's shape, our counts against the budgets, and its command line. Never times. */
import type { Report, Row } from '../../local/bench/bench';
import { EVENTS } from '../../local/bench/events';
import { measured } from '../../local/bench/meter';
import { run } from '../../local/bench/run';
import { asText } from '../../local/bench/table';
import { Business } from '../support/business';

/** Calls in all, and of them spreadsheet. */
const BUDGETS: Record<string, [all: number, spreadsheet: number]> = {
  report: [2, 0],
  handled: [3, 0],
  link: [10, 4],
  away: [12, 4],
  stranger: [12, 4],
  list: [10, 4],
  referral: [13, 5],
  chain: [14, 6],
  second: [13, 5],
  telling: [17, 6],
  idle: [3, 0],
};

/** One call of the command, with a single run of each event. */
async function command(...args: string[]) {
  const said = { exitCode: 0, result: '', progress: [] as string[] };
  const tell = {
    result: (text: string) => {
      said.result += text;
    },
    progress: (text: string) => {
      said.progress.push(text);
    },
  };
  said.exitCode = await run(args, tell, 1);
  return said;
}

function spreadsheetCalls({ calls }: Row): number {
  return Object.entries(calls)
    .filter(([kind]) => kind.startsWith('spreadsheet.'))
    .reduce((sum, [, count]) => sum + count, 0);
}

describe('npm run bench -- --size 0 --json', () => {
  let report: Report;
  const row = (event: string, script: string) =>
    report.rows.find((one) => one.event === event && one.script === script) as Row;

  beforeAll(async () => {
    const { exitCode, result } = await command('--size', '0', '--json');
    expect(exitCode).toBe(0);
    report = JSON.parse(result);
  });

  test('every event is there, in our script and, where it can do that, in the plain one', () => {
    expect(report.rows.map(({ size, event, script }) => `${size} ${event} ${script}`)).toEqual(
      Object.entries(EVENTS).flatMap(([event, { plain }]) => [
        `0 ${event} ours`,
        ...(plain ? [`0 ${event} plain`] : []),
      ]),
    );
  });

  test('calls by kind add up, and what was measured is a time', () => {
    for (const one of report.rows) {
      const { calls, callsInAll, sheetCalls, ...times } = one;
      expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBe(callsInAll);
      expect(spreadsheetCalls(one)).toBe(sheetCalls);
      expect(times.loadMs).toBeGreaterThan(0);
      expect(times.runMs).toBeGreaterThan(0);
      expect(times.modelledMs > 0).toBe(callsInAll > 0);
      expect(times.runs).toBe(1);
    }
  });

  test('machine and bundles are named', () => {
    expect(report.machine.node).toBe(process.version);
    expect(report.machine.cores).toBeGreaterThan(0);
    expect(report.bundles.ours).toBeGreaterThan(report.bundles.plain);
  });

  test.each(Object.entries(BUDGETS))(
    'ours keeps to the budget: %s',
    (event, [all, spreadsheet]) => {
      expect(row(event, 'ours').callsInAll).toBeLessThanOrEqual(all);
      expect(spreadsheetCalls(row(event, 'ours'))).toBeLessThanOrEqual(spreadsheet);
    },
  );

  test('a search looks at every row', () => {
    expect(row('link', 'ours').cells).toBeGreaterThan(31 * 3);
    expect(row('handled', 'ours').cells).toBe(0);
  });

  test('thirty referrals at once are all taken in and answered, whatever the start', () => {
    for (const { burst } of report.crowds.flatMap(({ peaks }) => peaks)) {
      expect(burst.turnedAway.messages).toBe(0);
      expect(burst.lastAnswered).toEqual(expect.any(Number));
    }
    expect(report.crowds.map(({ size, peaks }) => [size, peaks.length])).toEqual([[0, 2]]);
  });

  test('a day’s quotas: two messages, a read mark for the first ones, and what is kept and read for them', () => {
    const of = (name: string) => report.day.find((quota) => quota.name === name);
    expect(of('fetches')).toMatchObject({
      allowed: 20_000,
      idle: 0,
      withTick: 3,
      referral: 2,
      inBurst: 2,
      suffices: { withTicks: 6666, alone: 9750, bursts: 10_000 },
    });
    expect(of('properties')?.referral).toBeLessThanOrEqual(3);
    expect(of('properties')?.suffices.alone).toBeGreaterThan(9500);
    expect(of('properties')?.suffices.bursts).toBeGreaterThan(9500);
    expect(of('triggerMs')?.referral).toBe(0);
  });

  test('one inviter, a referral a second: no message takes more for those before, and all are told of soon', () => {
    const { oneInviter } = report;
    expect(oneInviter?.calls.first).toBe(oneInviter?.calls.median);
    expect(oneInviter?.notices).toBeLessThan(10);
    expect(oneInviter?.toldAfterMs).toBeLessThanOrEqual(3 * 60_000);
  });

  test('a new spreadsheet has room for 800,000 people', () => {
    expect(report.room).toBeGreaterThan(800_000);
  });

  test('a batch shares its calls in ours, and does not in the plain script', () => {
    expect(row('batch', 'plain').calls).toMatchObject({ fetch: 60, 'spreadsheet.write': 30 });
    // 60 messages and 30 read marks, of which Meta takes 80 a second.
    expect(row('batch', 'ours').calls.fetch).toBe(2);
    expect(row('batch', 'ours').callsInAll).toBeLessThan(row('batch', 'plain').callsInAll / 2);
  });

  test('as text: crowds by size and start, and the quota that binds', () => {
    const result = asText(report);
    expect(result).toMatch(/^ +0 +0\.5 .*\n +0 +1\.5 /m);
    expect(result).toMatch(/^minutes of the trigger +90 .* · +[\d,]+ +·$/m);
    expect(result).toMatch(/^fetches +20,000 +0 +3 +2 +2 +9,750 +10,000 +6,666$/m);
    expect(result).toMatch(
      /^A free account's day suffices for 9,750 referrals: fetches bind\. Were each key counted: [\d,]+\.$/m,
    );
  });
});

test('as text: a table for the size, with the numbers of each script under each other', async () => {
  const { result, progress } = await command('--size', '40', '--event', 'referral');
  const lines = result.split('\n');
  const head = lines.findIndex((line) => line.startsWith('event'));
  expect(lines[head - 1]).toBe('40 rows');
  expect(lines[head]).toMatch(
    /^event +script +read .* calls +sheet +cells +modelled ms +load ms +run ms +runs$/,
  );
  expect(lines[head + 1]).toMatch(/^New referral +ours /);
  expect(lines[head + 2]).toMatch(/^ +plain /);
  expect(new Set(lines.slice(head, head + 3).map((line) => line.length)).size).toBe(1);
  expect(progress).toEqual(['measuring at 40 rows…']);
  expect(result).not.toContain('30 at once');
});

test.each([
  [['--size', 'many'], '--size must be a whole number from 0 to 300000, not “many”.'],
  [['--size', '1000000'], '--size must be a whole number from 0 to 300000, not “1000000”.'],
  [['--event', 'toString'], /^--event must be one of report, .*, not “toString”\.$/],
  [['--fast'], /^Unknown option '--fast'\.$/],
])('a command line that makes no sense: %j', async (args, sentence) => {
  const { exitCode, result, progress } = await command(...args);
  expect(exitCode).toBe(2);
  expect(result).toBe('');
  expect(progress).toEqual([expect.stringMatching(sentence)]);
});

test('--help tells the options', async () => {
  const { exitCode, result } = await command('--help');
  expect(exitCode).toBe(0);
  expect(result).toMatch(/--size.*--event.*--json/s);
});

test('what happens on the services’ side is not the script’s own time', () => {
  const shop = new Business();
  const person = shop.person('Friend', '447700900001');
  let spent = 0;
  const clock = jest
    .spyOn(process, 'cpuUsage')
    .mockImplementation(() => ({ user: spent, system: 0 }));
  shop.whatsapp.weather = () => {
    spent += 5_000_000;
    return 'fine';
  };
  const [link] = measured(shop.script, () => shop.whatsapp.write(person.key, { text: 'Link' }));
  clock.mockRestore();
  expect(spent).toBeGreaterThan(0);
  expect(link?.execution.calls.fetch).toBe(1);
  expect(link?.runMs).toBe(0);
});
