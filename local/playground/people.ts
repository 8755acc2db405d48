/** What people do: get a phone, write to the business, write to each other. */
import type { NewPerson, PersonOnPhone } from '../whatsapp/standin';
import { type Fields, nothingElse, optionalText, text } from './fields';
import type { Playground } from './playground';
import { orRefuse, Refusal } from './refusal';

const LONGEST_TEXT = 4096;
const LONGEST_NAME = 10_000;

/** `POST /local/people` `{name, phone?, username?}`: a username hides the phone. */
export function addPerson(playground: Playground, fields: Fields): { key: string } {
  nothingElse(fields, 'name', 'phone', 'username');
  const name = text(fields, 'name').slice(0, LONGEST_NAME);
  const username = optionalText(fields, 'username');
  const phone = digits(text(fields, 'phone'));
  const person: NewPerson = { name, phone, ...(username ? { username, showsPhone: false } : {}) };
  const added = orRefuse(() => playground.provider.addPerson(person));
  playground.changed();
  return { key: added.key };
}

/** `POST /local/messages` `{from, name?, text?, buttonId?}`: whoever is not here yet gets a phone. */
export function writeMessage(playground: Playground, fields: Fields) {
  nothingElse(fields, 'from', 'name', 'text', 'buttonId');
  const from = text(fields, 'from');
  const name = optionalText(fields, 'name');
  const writing = {
    ...present('text', optionalText(fields, 'text')),
    ...present('buttonId', optionalText(fields, 'buttonId')),
  };
  if (Object.keys(writing).length !== 1) throw new Refusal('Give either "text" or "buttonId".');
  if ((writing.text?.length ?? 0) > LONGEST_TEXT) {
    throw new Refusal(`"text" may have ${LONGEST_TEXT} characters, as in WhatsApp.`);
  }
  if (writing.buttonId !== undefined && !find(playground, from)) {
    throw new Refusal(
      `Nobody here has the number or id “${from}”, so there is no button to press.`,
    );
  }
  const writer = findOrAdd(playground, from, name);
  const { provider } = playground;
  const sent = playground.act('Deliveries', () =>
    orRefuse(() => provider.write(writer.key, writing)),
  );
  const written = provider.chat(writer.key).filter((one) => one.from === 'person');
  return {
    id: written.at(-1)?.id ?? '',
    person: writer.key,
    delivered: sent.map(({ status }) => status),
  };
}

/** `POST /local/personal` `{from, to, text}`: one person writes to another. */
export function writeToFriend(playground: Playground, fields: Fields): object {
  nothingElse(fields, 'from', 'to', 'text');
  const from = find(playground, text(fields, 'from'));
  const to = find(playground, text(fields, 'to'));
  if (!from || !to) throw new Refusal('"from" and "to" must be people who are here.');
  const { personal, script } = playground;
  const id = (personal.at(-1)?.id ?? 0) + 1;
  const message = { from: from.key, to: to.key, at: script.clock.now, text: text(fields, 'text') };
  personal.push({ id, ...message });
  playground.changed();
  return {};
}

function findOrAdd(playground: Playground, from: string, name: string | undefined): PersonOnPhone {
  const found = find(playground, from);
  if (found) {
    if (name !== undefined) found.name = name;
    return found;
  }
  const { provider } = playground;
  const person = { name: name ?? 'Somebody new' };
  if (/^[A-Z]{2}\.\w+$/.test(from)) {
    return orRefuse(() => provider.addPerson({ ...person, userId: from, showsPhone: false }));
  }
  return orRefuse(() => provider.addPerson({ ...person, phone: digits(from) }));
}

/** Somebody who has a phone here, by number or id. */
export function find(playground: Playground, who: string): PersonOnPhone | undefined {
  const plain = who.replace(/^\+/, '');
  return playground.provider
    .people()
    .find(({ key, phone, waId, userId }) => [key, phone, waId, userId].includes(plain));
}

/** A number as people write it, as digits. @throws Refusal when it is no possible number */
export function digits(phone: string): string {
  const plain = phone.replace(/[\s().+-]/g, '');
  if (!/^[1-9]\d{6,14}$/.test(plain)) {
    throw new Refusal(
      `“${phone}” is not a WhatsApp number: country code and number, 7 to 15 digits, or an id such as US.13491208655302741918.`,
    );
  }
  return plain;
}

function present<Name extends string>(name: Name, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [K in Name]?: string };
}
