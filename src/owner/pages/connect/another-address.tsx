/** Another address of the web app: Google does not always tell a script its own, and sometimes a wrong one. */
import { useEffect, useState } from 'preact/hooks';
import type { State } from '../../wire';
import { AddressField } from '../components/address-field';
import { DEPLOYMENT } from '../shared/pictures/deployment';
import { Drawing } from '../shared/pictures/drawing';
import type { Dialog } from './dialog';

const BLOCKED =
  'If Google says “This app is blocked” to somebody: this also happens to private accounts. It may help to use another Google account, to switch off Advanced Protection for the account, or to give the script a Google Cloud project of one’s own (docs/going-live.md tells how).';

interface AnotherAddressProps {
  dialog: Dialog;
  /** Something is wrong with the address in use: then it is opened. */
  needed: boolean;
  /** Called when another address is in use. */
  used: () => void;
}

export function AnotherAddress({ dialog, needed, used }: AnotherAddressProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (needed) setOpen(true);
  }, [needed]);
  const use = (state: State) => {
    dialog.learn(state);
    used();
  };
  return (
    <details open={open}>
      <summary>Use another address</summary>
      <AddressField
        hint="Extensions → Apps Script → Deploy → Manage deployments → Web app → URL. It ends in /exec."
        used={use}
      />
      <p class="help">
        There is none, or it stays closed? Make a new deployment, and use its address here.
      </p>
      <Drawing picture={DEPLOYMENT} />
      <p class="help">{BLOCKED}</p>
    </details>
  );
}
