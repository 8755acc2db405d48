/** Where the database is, and how to get in. The password is stored with the script and never shown again. */
import { useState } from 'preact/hooks';
import type { DatabaseEntered, DatabaseFound, DatabaseState } from '../../wire';
import { Field } from '../components/field';
import { Form } from '../components/form';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import { takenApart } from './pasted';

interface PlaceFormProps {
  state: DatabaseState;
  connected: (found: DatabaseFound) => unknown;
}

export function PlaceForm({ state: { place }, connected }: PlaceFormProps) {
  const [entered, setEntered] = useState<DatabaseEntered>({
    host: '',
    port: '5432',
    name: '',
    user: '',
    ...place,
    password: '',
  });
  const status = useStatus();
  const type = (news: Partial<DatabaseEntered>) => setEntered({ ...entered, ...news });
  const work = async () => {
    const found = await status.during('Connecting…', server.connectDatabase(entered));
    if (!found) return;
    setEntered({ ...entered, password: '' });
    await connected(found);
  };
  const field = (id: 'port' | 'name' | 'user', label: string) => (
    <Field id={id} label={label} value={entered[id]} onInput={(value) => type({ [id]: value })} />
  );
  return (
    <Form submit="Connect and check" work={work} status={status}>
      <Field
        id="host"
        label="Address"
        value={entered.host}
        placeholder="db.example.com"
        hint="The server’s name. Or paste all of it at once: postgres://user:password@db.example.com:5432/name"
        onInput={(value) => type(takenApart(value) ?? { host: value })}
      />
      <div class="fields">
        {field('port', 'Port')}
        {field('name', 'Name of the database')}
        {field('user', 'User')}
        <Field
          id="password"
          label="Password"
          type="password"
          value={entered.password}
          hint={place ? 'It is stored. Enter it only where it has changed.' : ''}
          onInput={(password) => type({ password })}
        />
      </div>
    </Form>
  );
}
