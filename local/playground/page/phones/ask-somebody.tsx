/** Asks for one of the people here, or somebody new. */
import type { ComponentChildren } from 'preact';
import type { App } from '../app';
import { Icon } from '../icon';
import { addPerson } from './add-person';
import { Avatar } from './avatar';
import { describe } from './describe';

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
  const others = app.view.value?.people.filter(({ key }) => key !== except) ?? [];
  const chosen = await app.over.ask<string>(title, (answer) => (
    <div class="choices-list">
      {others.map((person) => (
        <Choice
          key={person.key}
          name={person.name}
          about={describe(person)}
          choose={() => answer(person.key)}
        >
          <Avatar of={person.key} name={person.name} />
        </Choice>
      ))}
      <Choice name="Somebody new" about="Give them a name first" choose={() => answer(NEW)}>
        <span class="avatar plus">
          <Icon name="add" />
        </span>
      </Choice>
    </div>
  ));
  return chosen === NEW ? addPerson(app) : chosen;
}

interface ChoiceProps {
  name: string;
  about: string;
  choose: () => void;
  children: ComponentChildren;
}

function Choice({ name, about, choose, children }: ChoiceProps) {
  return (
    <button type="button" class="choice" onClick={choose}>
      {children}
      <span>
        <strong>{name}</strong>
        <small>{about}</small>
      </span>
    </button>
  );
}
