/** A link for one person, with its QR code. */
import { useState } from 'preact/hooks';
import { CountryField } from '../components/country-field';
import { Field, focusField } from '../components/field';
import { Form } from '../components/form';
import { NumberField, problemOf } from '../components/number-field';
import { StatusLine } from '../components/status';
import { type RowClient, readWire } from '../shared/client';
import { readTyped } from '../shared/number';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import type { Context } from './context';
import { MadeLink } from './made-link';

/** The form, and below it the link once it is made. */
export function OnePerson({ context }: { context: Context }) {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const [made, setMade] = useState<{ client: RowClient; added: boolean } | null>(null);
  const status = useStatus();
  const typed = readTyped(number, context.country);
  const make = async () => {
    if ('problem' in typed) {
      setError(number.trim() ? problemOf(typed) : 'Type a number first.');
      return focusField('number');
    }
    setMade(null);
    const people = [{ key: typed.digits, name: name.trim() }];
    const [one] = (await status.during('Making the link…', server.addClients(people))) ?? [];
    if (one) setMade({ client: readWire(one.client), added: one.added });
  };
  const type = (value: string) => {
    setNumber(value);
    setError('');
  };
  return (
    <>
      <Form submit="Make the link" work={make}>
        <div class="row">
          <NumberField
            id="number"
            label="Their WhatsApp number"
            value={number}
            typed={typed}
            onInput={type}
            error={error}
          />
          <Field id="name" label="Name" optional value={name} onInput={setName} />
        </div>
        <CountryField country={context.country} choose={context.setCountry} />
      </Form>
      <StatusLine of={status} />
      {made && <MadeLink key={made.client.row} context={context} {...made} />}
    </>
  );
}
