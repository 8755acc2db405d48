/** The check of how many messages went this month: beyond the free ones each is billed. */
import { sentByKind, sentInWords, serviceMessages } from '../shared/sent';
import { server } from '../shared/server';
import type { Check, Outcome, Shared } from './check';

/** From this share of the free ones on the owner should know. */
const NEARLY_ALL = 0.8;

export function sentCheck(): Check {
  return { title: 'Messages this month', run };
}

async function run(shared: Shared): Promise<Outcome> {
  const sent = await server.sentInMonth();
  const { unpaid } = await shared.state();
  if (unpaid) {
    return {
      result: 'fail',
      found: `${unpaid.what}.`,
      toDo: unpaid.toDo,
      details: sentByKind(sent),
      offers: { label: 'It is paid now', run: () => server.ownerPaid() },
    };
  }
  const outcome: Outcome = {
    result: 'pass',
    found: `${sentInWords(sent)}.`,
    details: sentByKind(sent),
  };
  if (sent.free === null || serviceMessages(sent) < NEARLY_ALL * sent.free) return outcome;
  return {
    ...outcome,
    result: 'warn',
    toDo: 'What comes on top is billed by WhatsApp: see that a way to pay is set there, or nothing more arrives. In Settings, “Link answers with” and “Help for” make it fewer messages.',
  };
}
