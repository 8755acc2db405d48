/** *Forget this person…*: what goes, what stays, what is left to the owner; then it is done. */
import { keyOf } from '../../../program/people';
import { Confirm } from '../components/confirm';
import { StatusLine } from '../components/status';
import type { RowClient } from '../shared/client';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';

export function ForgetPerson({ client }: { client: RowClient }) {
  const status = useStatus();
  const forget = async () => {
    const key = keyOf(client);
    const done = await status.during('Forgetting…', forgotten(key));
    if (!done) return false;
    status.say(done, 'good');
    return true;
  };
  return (
    <>
      <Confirm title="Forget this person…" yes="Forget this person" work={forget}>
        <p>
          Their number, ids, name, code and link are removed from every tab of the program, and so
          is everything in this row in columns of your own. This cannot be undone.
        </p>
        <p>
          What they were given, bought and brought stays in your books without a name. Rewards that
          they have not collected lapse. They are never written to again; if they write to you and
          want to be a client again, nothing counts twice.
        </p>
        <p>
          <strong>Left to you:</strong> Google keeps earlier versions of the sheet (
          <em>File → Version history</em>), and nobody can delete single versions. The chat stays in
          WhatsApp, and copies and tabs of your own stay as they are.
        </p>
      </Confirm>
      <StatusLine of={status} />
    </>
  );
}

/** @returns how it went, in words */
async function forgotten(key: string): Promise<string> {
  await server.forgetPerson(key);
  const left = await server.isKnown(key);
  return left
    ? 'Messages are being handled just now: this will be done within two minutes, on its own.'
    : 'Forgotten. In a few minutes the program checks again that nothing was still under way.';
}
