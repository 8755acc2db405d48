/** The fourth step: the provider learns where to deliver what clients write. */
import { Button } from '../components/button';
import { CopyField } from '../components/copy';
import { StatusLine } from '../components/status';
import { server } from '../shared/server';
import { type Status, useStatus } from '../shared/use-status';
import { ByHand } from './by-hand';
import { type Dialog, hasAddress } from './dialog';
import { MetaWays } from './meta';
import { NewKey } from './new-key';
import { registering } from './registering';

/** The address and the key, and the ways to hand them over. */
export function Webhook({ dialog }: { dialog: Dialog }) {
  const status = useStatus();
  const { state, choice } = dialog;
  if (!hasAddress(state)) {
    return <p class="help">The web app’s address comes first: see step 1.</p>;
  }
  return (
    <>
      {state.proofs.address?.result === 'fail' && (
        <p class="waiting">Step 1 found something wrong with this address: fix that first.</p>
      )}
      <CopyField id="webhook" label="Webhook address" value={`${state.address}?key=${state.key}`} />
      <CopyField id="key" label="Key (“verify token”)" value={state.key} />
      {choice.id === 'meta' ? (
        <MetaWays dialog={dialog} status={status} />
      ) : (
        <OtherWays dialog={dialog} status={status} />
      )}
      <StatusLine of={status} />
      <NewKey dialog={dialog} status={status} />
    </>
  );
}

function OtherWays({ dialog, status }: { dialog: Dialog; status: Status }) {
  const { choice } = dialog;
  const hand = <ByHand choice={choice} open />;
  const entered = (look: string) => (
    <div class="buttons">
      <Button look={look} work={() => registering(dialog, status, server.registeredByHand())}>
        I have entered it
      </Button>
    </div>
  );
  if (!choice.registers) {
    return (
      <>
        {hand}
        {entered('action')}
      </>
    );
  }
  return (
    <>
      <div class="buttons">
        <Button look="action" work={() => registering(dialog, status, server.register())}>
          Register it
        </Button>
      </div>
      {choice.byHand.length > 0 && (
        <details>
          <summary>By hand</summary>
          {hand}
          {entered('')}
        </details>
      )}
    </>
  );
}
