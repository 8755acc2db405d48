/** Asks for a new person's name and number, and gives them a phone. */
import type { Person } from '../../view';
import type { App } from '../app';
import { door } from '../door';
import { readablePhone } from '../format';

/** Britain's telephone authority keeps the thousand numbers behind each of these for stories: nobody can have one. */
const STORY_NUMBERS = ['447700900', '442079460', '441614960', '441314960', '441214960'];

/** Numbers of one hundred look as if somebody had bought them together: each of these is in another. */
const APART = [217, 334, 451, 568, 685, 802, 919];

/** Names for those who cannot think of one. */
const NAMES = [
  'Clara Lind',
  'Dev Patel',
  'Elena Rossi',
  'Farid Nasser',
  'Grace Okoro',
  'Hugo Martin',
];

/** @returns the new person's key; undefined when the window was closed */
export function addPerson(app: App): Promise<string | undefined> {
  const people = app.view.value?.people ?? [];
  return app.over.ask<string>('Somebody new', (answer) => {
    const add = async (form: HTMLFormElement) => {
      let key = '';
      const done = await app.attempt(async () => {
        ({ key } = await door.tell<{ key: string }>('/local/people', personIn(form)));
      });
      if (done) answer(key);
    };
    return <PersonForm name={freeName(people)} phone={freePhone(people)} add={add} />;
  });
}

interface PersonFormProps {
  name: string;
  phone: string;
  add: (form: HTMLFormElement) => void;
}

function PersonForm({ name, phone, add }: PersonFormProps) {
  return (
    <form
      class="person"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        add(event.currentTarget);
      }}
    >
      <Field label="Name" name="name" value={name} />
      <Field label="WhatsApp number" name="phone" value={phone} />
      <label class="check">
        <input type="checkbox" name="hides" />
        <span>
          Has a username and hides the number
          <small>The business only sees an id such as US.134912…</small>
        </span>
      </label>
      <footer>
        <button type="submit" class="primary">
          Add
        </button>
      </footer>
    </form>
  );
}

function Field({ label, name, value }: { label: string; name: string; value: string }) {
  return (
    <label>
      {label}
      <input
        name={name}
        type="text"
        required
        defaultValue={value}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </label>
  );
}

function personIn(form: HTMLFormElement): object {
  const data = new FormData(form);
  const name = String(data.get('name')).trim();
  const phone = String(data.get('phone'));
  if (data.get('hides') === null) return { name, phone };
  return { name, phone, username: name.toLowerCase().replace(/[^a-z0-9]+/g, '.') };
}

function freeName(people: readonly Person[]): string {
  const taken = new Set(people.map(({ name }) => name));
  return NAMES.find((name) => !taken.has(name)) ?? `Friend ${people.length + 1}`;
}

function freePhone(people: readonly Person[]): string {
  const taken = new Set(people.map(({ phone }) => phone?.slice(0, -2)));
  const numbers = STORY_NUMBERS.flatMap((start) => APART.map((end) => `${start}${end}`));
  const free = numbers.find((number) => !taken.has(number.slice(0, -2)));
  return free === undefined ? '' : readablePhone(free);
}
