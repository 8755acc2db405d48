/** The field for the web app's address: the script asks it before it is used, and says what is wrong with it. */
import { useState } from 'preact/hooks';
import type { State } from '../../wire';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import { Button } from './button';
import { Field, focusField } from './field';
import { StatusLine } from './status';

interface AddressFieldProps {
  /** Where it is found. */
  hint: string;
  /** Called when it is in use. */
  used: (state: State) => unknown;
}

export function AddressField({ hint, used }: AddressFieldProps) {
  const [address, setAddress] = useState('');
  const status = useStatus();
  const use = async () => {
    const state = await status.during('Asking it…', server.useAddress(address));
    return state ? used(state) : focusField('address');
  };
  return (
    <>
      <Field
        id="address"
        label="The web app’s address"
        type="url"
        placeholder="https://script.google.com/macros/s/…/exec"
        value={address}
        onInput={setAddress}
        hint={hint}
      >
        <Button work={use}>Use this address</Button>
      </Field>
      <StatusLine of={status} />
    </>
  );
}
