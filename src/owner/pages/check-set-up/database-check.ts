/** The check of the database, for shops that have one: whether it can be reached, its tables' form, and who is in it. */
import { linesOf } from '../connect-database/findings';
import { server } from '../shared/server';
import type { Check, Outcome } from './check';

export function databaseCheck(): Check {
  return { title: 'The database', run };
}

async function run(): Promise<Outcome> {
  const { place, inUse, back } = await server.databaseState();
  if (!place) return { result: 'pass', found: 'None is connected: everybody is in the sheet.' };
  const found = await server.lookAtDatabase().catch((error: Error) => error.message);
  if (typeof found === 'string') {
    return {
      result: inUse ? 'fail' : 'warn',
      found,
      toDo: 'Look whether it runs. If its password has changed: Referrals → Connect a database….',
    };
  }
  const findings = found ? linesOf(found).flatMap(({ finding }) => finding ?? []) : [];
  const worst =
    findings.find(({ result }) => result === 'fail') ??
    findings.find(({ result }) => result === 'warn');
  if (worst) return worst;
  if (back) {
    return {
      result: 'warn',
      found:
        'The way back into the sheet was begun and stopped. Until it goes on, new people do not show in the tab.',
      toDo: 'Referrals → Connect a database…: go on moving back, or stay in the database.',
    };
  }
  const details = findings.map((finding) => finding.found);
  const words = inUse
    ? `It can be reached. ${people(found?.people ?? 0)} and ${rewards(found?.rewards ?? 0)} are in it.`
    : 'It can be reached. Everybody is still in the sheet.';
  return { result: 'pass', found: words, details };
}

function people(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'person' : 'people'}`;
}

function rewards(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'reward' : 'rewards'}`;
}
