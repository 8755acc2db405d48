/** Checks of the web app: whether strangers reach it, and whether it and the trigger see the sheet. */
import type { WebAppLook } from '../../wire';
import { addressFinding, handshakeFinding, sheetFinding } from '../shared/findings';
import { server } from '../shared/server';
import { askedTrigger } from '../shared/trigger';
import type { Check, Outcome } from './check';

/** Both are asked once, at the beginning of a round; `last` waits for the trigger. */
export function webAppChecks(): { first: Check[]; last: Check[] } {
  const look = once(() => server.lookAtWebApp());
  // Set-up has run by then, so that there is a trigger to ask.
  const trigger = once(() => askedTrigger());
  return {
    first: [
      {
        title: 'The web app’s address',
        run: async () => {
          void trigger().catch(() => undefined);
          return helped(addressFinding(await look()));
        },
      },
      { title: 'The handshake', run: async () => handshakeFinding(await look()) },
    ],
    last: [
      {
        title: 'The sheet, seen from web app and trigger',
        patience: 'The one-minute trigger looks with its next run: up to two minutes.',
        run: async () => sheetFinding((await seen(look))?.sight ?? null, await trigger()),
      },
    ],
  };
}

async function seen(look: () => Promise<WebAppLook>): Promise<WebAppLook | null> {
  try {
    return await look();
  } catch {
    return null;
  }
}

function helped(finding: Outcome): Outcome {
  return finding.result === 'pass' ? finding : { ...finding, opens: 'connect' };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= work();
    return made;
  };
}
