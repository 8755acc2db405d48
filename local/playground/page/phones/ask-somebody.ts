/** Asks for one of the people here, or somebody new. */
import type { App } from '../app';
import { ask } from '../ask';
import { h, icon } from '../dom';
import { readablePhone } from '../format';
import { addPerson } from './add-person';
import { avatar } from './avatar';

const NEW = '';

/**
 * Asks.
 *
 * @param title the question
 * @param except the key of whom it cannot be; '' for nobody
 * @returns the person's key; undefined when nobody was chosen
 */
export async function askSomebody(
  app: App,
  title: string,
  except: string,
): Promise<string | undefined> {
  const others = app.view.people.filter(({ key }) => key !== except);
  const chosen = await ask<string>(title, (answer) => [
    h(
      'div.choices-list',
      {},
      ...others.map((person) =>
        h(
          'button.choice',
          { type: 'button', onclick: () => answer(person.key) },
          avatar(person.key, person.name),
          h('span', {}, h('strong', {}, person.name), h('small', {}, describe(person))),
        ),
      ),
      h(
        'button.choice.new',
        { type: 'button', onclick: () => answer(NEW) },
        h('span.avatar.plus', {}, icon('add')),
        h('span', {}, h('strong', {}, 'Somebody new'), h('small', {}, 'Give them a name first')),
      ),
    ),
  ]);
  return chosen === NEW ? addPerson(app) : chosen;
}

/** The number, or the username of somebody who keeps the number to themselves. */
export function describe(person: {
  phone?: string;
  username?: string;
  showsPhone: boolean;
}): string {
  if (person.showsPhone && person.phone) return readablePhone(person.phone);
  return person.username ? `@${person.username}, number not shown` : 'Number not shown';
}
