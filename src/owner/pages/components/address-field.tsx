/** The field for the web app's address: the script asks it before it is used, and says what is wrong with it. */
import type { State } from '../../wire';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import { ActionField } from './action-field';

interface AddressFieldProps {
  /** Where it is found. */
  hint: string;
  /** Called when it is in use. */
  used: (state: State) => unknown;
}

export function AddressField({ hint, used }: AddressFieldProps) {
  const status = useStatus();
  const use = async (address: string) => {
    const state = await status.during('Asking it…', server.useAddress(address));
    if (!state) return null;
    await used(state);
    return address;
  };
  return (
    <ActionField
      id="address"
      label="The web app’s address"
      type="url"
      placeholder="https://script.google.com/macros/s/…/exec"
      hint={hint}
      act="Use this address"
      work={use}
      status={status}
    />
  );
}
