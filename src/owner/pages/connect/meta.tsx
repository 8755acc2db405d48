/** Meta's ways to hand over the address: the dashboard first, because it is sure; the API where it works. */
import { useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { Folded } from '../shared/pictures/drawing';
import { PUBLISH } from '../shared/pictures/publish';
import { server } from '../shared/server';
import type { Status } from '../shared/use-status';
import { ByHand } from './by-hand';
import type { Dialog } from './dialog';
import { PrivacyPage } from './privacy';
import { registering } from './registering';

interface MetaProps {
  dialog: Dialog;
  /** The step's line. */
  status: Status;
}

export function MetaWays({ dialog, status }: MetaProps) {
  const { choice, state } = dialog;
  const { proofs, progress } = state;
  const done = async () => {
    await server.ownerSays('subscribed');
    await registering(dialog, status, server.registeredByHand());
  };
  return (
    <>
      <Published dialog={dialog} status={status} />
      <ByHand choice={choice} open={!!proofs.published && !progress.registered} />
      <div class="buttons">
        <Button look="action" work={done}>
          I have done this
        </Button>
      </div>
      <ByApi dialog={dialog} status={status} />
    </>
  );
}

function Published({ dialog: { state, learn }, status }: MetaProps) {
  const said = !!state.proofs.published;
  const say = async () => {
    const now = await status.during('Storing…', server.ownerSays('published'));
    if (now) learn(now);
  };
  return (
    <div class={said ? 'note done' : 'note'}>
      <p>
        Publish the app first: an unpublished app delivers nothing but the dashboard’s own test
        events, to the test number too. Meta asks for the address of a privacy policy before it
        publishes.
      </p>
      <PrivacyPage state={state} />
      <Folded picture={PUBLISH} open={!said && !state.progress.registered} />
      {said ? (
        <p class="good">You have said that it is published.</p>
      ) : (
        <div class="buttons">
          <Button work={say}>It is published</Button>
        </div>
      )}
    </div>
  );
}

function ByApi({ dialog, status }: MetaProps) {
  const [secret, setSecret] = useState('');
  const [missing, setMissing] = useState(false);
  const subscribe = async () => {
    setMissing(!secret.trim());
    if (!secret.trim()) return focusField('app-secret');
    await registering(dialog, status, server.registerApp(secret));
    setSecret('');
  };
  return (
    <details>
      <summary>Let the script do it</summary>
      <p class="help">
        For your account alone. The field “messages” has to be subscribed in the dashboard all the
        same.
      </p>
      <div class="buttons">
        <Button work={() => registering(dialog, status, server.register())}>Register it</Button>
      </div>
      <Field
        id="app-secret"
        label="App secret"
        type="password"
        value={secret}
        onInput={setSecret}
        error={missing && !secret ? 'Enter the app’s secret first.' : ''}
        hint="For the whole app, “messages” included. Your app → App settings → Basic → App secret. It is used once and not kept."
      >
        <Button work={subscribe}>Subscribe the app</Button>
      </Field>
    </details>
  );
}
