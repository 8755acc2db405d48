/** Asks for a new person's name and number, and gives them a phone. */
import type { App } from '../app';
import { ask } from '../ask';
import { h } from '../dom';
import { door } from '../door';
import { readablePhone } from '../format';

/** Britain's telephone authority keeps these numbers for stories: nobody can have one. */
const STORY_NUMBERS = '447700900';

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
export async function addPerson(app: App): Promise<string | undefined> {
  let added: string | undefined;
  await ask<true>('Somebody new', (answer) => {
    const form = formFor(app);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const done = await app.attempt(async () => {
        added = (await door.tell<{ key: string }>('/local/people', personIn(form))).key;
      });
      if (done) answer(true);
    });
    return [form];
  });
  return added;
}

function formFor(app: App): HTMLFormElement {
  return h(
    'form.person',
    { autocomplete: 'off' },
    h('label', {}, 'Name', input('name', freeName(app))),
    h('label', {}, 'WhatsApp number', input('phone', freePhone(app))),
    h(
      'label.check',
      {},
      h('input', { type: 'checkbox', name: 'hides' }),
      h(
        'span',
        {},
        'Has a username and hides the number',
        h('small', {}, 'The business only sees an id such as US.134912…'),
      ),
    ),
    h('footer', {}, h('button.primary', { type: 'submit' }, 'Add')),
  );
}

function personIn(form: HTMLFormElement): object {
  const data = new FormData(form);
  const name = String(data.get('name')).trim();
  if (data.get('hides') === null) return { name, phone: String(data.get('phone')) };
  const username = name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
  return { name, phone: String(data.get('phone')), username };
}

function input(name: string, value: string): HTMLInputElement {
  const made = h('input', { name, value, required: true, type: 'text' });
  made.addEventListener('focus', () => made.select());
  return made;
}

function freeName(app: App): string {
  const taken = new Set(app.view.people.map(({ name }) => name));
  return NAMES.find((name) => !taken.has(name)) ?? `Friend ${app.view.people.length + 1}`;
}

function freePhone(app: App): string {
  const taken = new Set(app.view.people.map(({ phone }) => phone));
  let n = 200;
  while (taken.has(STORY_NUMBERS + n)) n++;
  return readablePhone(STORY_NUMBERS + n);
}
