/** The row of people above the phone: whose phone is in the hand. */
import { useRef } from 'preact/hooks';
import type { Person } from '../../view';
import { useApp, useHand, useView } from '../app';
import { givenName } from '../format';
import { unseenChat } from '../hand';
import { Icon } from '../icon';
import { addPerson } from './add-person';
import { Avatar } from './avatar';
import { describe } from './describe';

export function People() {
  const app = useApp();
  const { people } = useView();
  const { person: held } = useHand();
  const tabs = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const index = people.findIndex(({ key }) => key === held);
    const next = (index + by + people.length) % people.length;
    event.preventDefault();
    app.openChat(people[next]?.key ?? held);
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div class="people">
      <div class="tabs" role="tablist" aria-label="People" ref={tabs} onKeyDown={step}>
        {people.map((person) => (
          <Tab key={person.key} person={person} />
        ))}
      </div>
      <Add />
    </div>
  );
}

function Tab({ person }: { person: Person }) {
  const app = useApp();
  const view = useView();
  const hand = useHand();
  const inHand = person.key === hand.person;
  const unseen = unseenChat(hand, view, person.key);
  return (
    <button
      type="button"
      class="person"
      role="tab"
      aria-selected={inHand}
      aria-controls="phone"
      tabIndex={inHand ? 0 : -1}
      title={`${person.name} · ${describe(person)}`}
      onClick={() => app.openChat(person.key, unseen)}
    >
      <Avatar of={person.key} name={person.name} />
      <span class="name">{givenName(person.name)}</span>
      {!inHand && unseen !== undefined && <News />}
    </button>
  );
}

/** A dot where something waits to be read. */
export function News() {
  return <span class="news" role="img" aria-label="new message" />;
}

function Add() {
  const app = useApp();
  const add = async () => {
    const key = await addPerson(app);
    if (key !== undefined) app.openChat(key);
  };
  return (
    <button type="button" class="person add" onClick={add}>
      <span class="avatar plus">
        <Icon name="add" />
      </span>
      <span class="name">Add</span>
    </button>
  );
}
