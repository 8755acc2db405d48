/** `npm run conformance`: the suite of `local/apps-script/conformance`, on the stand-in or, with `--live`, on Google. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { compare } from '../apps-script/conformance/compare';
import { LIVE_MARK, summary, toldDifferences, toMarkdown } from '../apps-script/conformance/report';
import { runOnStandIn } from '../apps-script/conformance/run';
import { browse } from './browser';
import { send, sendTogether } from './http';
import { live } from './live';

const ROOT = path.resolve(__dirname, '..', '..');
const PAGE = path.join(ROOT, 'docs', 'conformance.md');

const HELP = `npm run conformance             runs the suite on the stand-in and writes docs/conformance.md
npm run conformance -- --live   asks Google the same, in a scratch spreadsheet of your account; asks you first`;

async function onStandIn(): Promise<number> {
  const findings = compare(await runOnStandIn());
  for (const text of toldDifferences(findings)) console.log(`${text}\n`);
  console.log(`On the stand-in. ${summary(findings)}`);
  if (isLive()) console.log('docs/conformance.md tells of a run on Google, and stays as it is.');
  else writeFileSync(PAGE, toMarkdown({ findings }));
  return toldDifferences(findings).length === 0 ? 0 : 1;
}

/** Whether the page tells of a run on Google. */
function isLive(): boolean {
  try {
    return readFileSync(PAGE, 'utf8').includes(LIVE_MARK);
  } catch {
    return false;
  }
}

async function onGoogle(): Promise<number> {
  const stop = new AbortController();
  process.on('SIGINT', () => {
    if (stop.signal.aborted) console.log('Still taking away what was made: one moment.');
    stop.abort();
  });
  const keyboard = createInterface({ input: process.stdin, output: process.stdout });
  // While a question stands, Ctrl+C reaches the keyboard first.
  keyboard.on('SIGINT', () => process.emit('SIGINT'));
  try {
    return await live({
      folder: path.join(ROOT, '.local', 'conformance'),
      page: PAGE,
      env: process.env,
      webAppRoot: 'https://script.google.com',
      today: new Date().toISOString().slice(0, 10),
      say: (text) => console.log(text),
      ask: (question) => keyboard.question(question, { signal: stop.signal }),
      ...{ send, sendTogether, browse, pause, stopped: stop.signal },
    });
  } finally {
    keyboard.close();
  }
}

const RUNS: Record<string, () => Promise<number>> = { '': onStandIn, '--live': onGoogle };

async function main(args: string[]): Promise<number> {
  // npm keeps the option for itself when the two dashes are missing.
  const asked = args.join(' ') || (process.env.npm_config_live ? '--live' : '');
  const run = RUNS[asked];
  if (run) return run();
  console.log(HELP);
  return asked === '--help' ? 0 : 1;
}

main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
