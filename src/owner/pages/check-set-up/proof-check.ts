/** What the first minutes on a real account have shown so far: kept, and printed with the result. */
import type { ProofName, Proofs } from '../../wire';
import { server } from '../shared/server';
import type { Check, Outcome } from './check';

const NAMES: Record<ProofName, string> = {
  address: 'address',
  webAppSheet: 'sheet seen by the web app',
  triggerSheet: 'sheet seen by the trigger',
  handshake: 'handshake',
  registered: 'registration',
  published: 'app published',
  subscribed: 'field subscribed',
  message: 'a real message',
  once: 'one delivery of it',
  answer: 'the answer',
};

const WORDS = { pass: 'yes', warn: 'note', fail: 'no' };

export function proofCheck(): Check {
  return { title: 'Messages come in', run: proofs };
}

async function proofs(): Promise<Outcome> {
  await server.arrivals();
  const { proofs: known, progress } = await server.state();
  const details = lines(known);
  if (known.message) {
    const { once, answer } = known;
    if (answer?.result === 'fail' || once?.result === 'warn') {
      return {
        result: 'warn',
        found: `A real message has come in. ${[once, answer].flatMap((one) => (one && one.result !== 'pass' ? [one.found] : [])).join('; ')}.`,
        toDo: 'Look at step 5 of Connect…, which says what to do.',
        opens: 'connect',
        details,
      };
    }
    return { result: 'pass', found: 'A real message has come in.', details };
  }
  if (progress.registered) {
    return {
      result: 'warn',
      found: 'Registered, waiting for the first message.',
      toDo: 'Write a message to your number from another phone: step 5 of Connect… watches for it, and helps when none comes.',
      opens: 'connect',
      details,
    };
  }
  return {
    result: 'warn',
    found: 'The provider has not been told the address yet.',
    toDo: 'Connect… → step 4.',
    opens: 'connect',
    details,
  };
}

function lines(proofs: Proofs): string[] {
  return (Object.keys(NAMES) as ProofName[]).map((name) => {
    const proof = proofs[name];
    if (!proof) return `${NAMES[name]}: not shown yet`;
    const at = new Date(proof.at).toISOString().slice(0, 16).replace('T', ' ');
    return `${NAMES[name]}: ${WORDS[proof.result]}, ${proof.found} (${at} UTC)`;
  });
}
