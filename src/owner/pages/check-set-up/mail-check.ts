/** The check of the e-mails to the owner: whether Google lets them go. */
import { server } from '../shared/server';
import type { Check, Outcome } from './check';

export function mailCheck(): Check {
  return { title: 'E-mails to you', run };
}

async function run(): Promise<Outcome> {
  const { to, left, why } = await server.mailState();
  if (!to) {
    return {
      result: 'pass',
      found:
        'None are sent. Write your address beside “E-mail to you” in Settings, and you will hear when something goes wrong.',
    };
  }
  if (why === 'permission') {
    return {
      result: 'fail',
      found: `They cannot go to ${to}: Google has not been asked for the permission.`,
      toDo: 'Run npm run deploy -- --mail, reload the sheet, run this check again and approve, then run npm run deploy again. Or empty “E-mail to you” in Settings.',
    };
  }
  if (left === null) return { result: 'warn', found: `Google does not answer: ${why}` };
  return {
    result: left ? 'pass' : 'warn',
    found: `They go to ${to}; Google allows ${left} more today.`,
    offers: { label: 'Send me a test', run: () => server.sendTestMail() },
  };
}
