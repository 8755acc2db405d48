/** `npm run conformance`: the suite of `local/apps-script/conformance`, on the stand-in or, with `--live`, on Google. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../apps-script/conformance/compare';
import { LIVE_MARK, summary, toldDifferences, toMarkdown } from '../apps-script/conformance/report';
import { runOnStandIn } from '../apps-script/conformance/run';

const PAGE = path.resolve(__dirname, '..', '..', 'docs', 'conformance.md');

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

onStandIn().then((exitCode) => {
  process.exitCode = exitCode;
});
