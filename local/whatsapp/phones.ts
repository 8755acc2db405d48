/** The people behind a provider and what is on their phones: the same for every provider. */
import type { Bubble, NewPerson, PersonOnPhone } from './standin';

/** Everything about the people that must survive a restart. */
export interface PhonesState {
  people: PersonOnPhone[];
  chats: Record<string, Bubble[]>;
  /** Ids of messages that came without a bubble. */
  received: string[];
  /** Person's key → how often they changed number. */
  changes: Record<string, number>;
  /** Person's key → when they last wrote: it opens the 24-hour window. */
  lastWrote: Record<string, number>;
  /** Person's key → when the business last reached them by number: it shows a hidden number. */
  lastByNumber: Record<string, number>;
}

const DAY = 24 * 60 * 60 * 1000;

/** People, chats, and the rules of the 24-hour window and of hidden numbers. */
export class Phones {
  readonly state: PhonesState;

  constructor(state?: PhonesState) {
    this.state = state ?? {
      people: [],
      chats: {},
      received: [],
      changes: {},
      lastWrote: {},
      lastByNumber: {},
    };
  }

  /**
   * Puts a new person into the world.
   *
   * @throws Error when they have neither phone nor id, or another person has one of them
   */
  add(person: NewPerson): PersonOnPhone {
    if (!person.phone && !person.userId) {
      throw new Error(`${person.name} needs a phone number or a business-scoped user id.`);
    }
    for (const id of [person.phone, person.waId, person.userId]) this.free(id);
    const number = this.state.people.length + 1;
    const added: PersonOnPhone = {
      ...person,
      key: `person-${number}`,
      userId: person.userId ?? userId(number, 1),
      showsPhone: person.phone !== undefined && (person.showsPhone ?? true),
      chatOpen: person.chatOpen ?? false,
      optedOut: false,
    };
    this.state.people.push(added);
    return added;
  }

  /**
   * A new number brings a new business-scoped id with it.
   *
   * @throws Error when another person has that number
   */
  changeNumber(person: PersonOnPhone, phone: string): void {
    this.free(phone);
    const changes = (this.state.changes[person.key] ?? 0) + 1;
    this.state.changes[person.key] = changes;
    person.phone = phone;
    delete person.waId;
    person.userId = userId(Number(person.key.replace('person-', '')), changes + 1);
  }

  /** From now on the business does not see the number. */
  hideNumber(person: PersonOnPhone): void {
    person.showsPhone = false;
    delete this.state.lastByNumber[person.key];
  }

  /** Finds a person by key, number (in either form) or business-scoped id. */
  find(id: string): PersonOnPhone | undefined {
    // Most are looked up by their key, which says where they are.
    const byKey = this.state.people[Number(id.replace('person-', '')) - 1];
    if (byKey?.key === id) return byKey;
    return this.state.people.find(
      ({ key, phone, waId, userId }) => key === id || phone === id || waId === id || userId === id,
    );
  }

  /** As `find`, for those who must be there. @throws Error when nobody has that key, phone or id */
  get(id: string): PersonOnPhone {
    const person = this.find(id);
    if (!person)
      throw new Error(`Nobody here has the key, phone or id ${id}: add the person first.`);
    return person;
  }

  /** The chat, oldest first. */
  chat(id: string): Bubble[] {
    const { key } = this.get(id);
    this.state.chats[key] ??= [];
    return this.state.chats[key];
  }

  /** A message of any chat. */
  bubble(id: string): Bubble | undefined {
    for (const chat of Object.values(this.state.chats)) {
      const found = chat.find((bubble) => bubble.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** WhatsApp's form of the number: what a `wa_id` holds. */
  waId(person: PersonOnPhone): string | undefined {
    return person.waId ?? person.phone;
  }

  /** True within 24 hours of the person's last message. */
  windowOpen(person: PersonOnPhone, now: number): boolean {
    const at = this.state.lastWrote[person.key];
    return at !== undefined && now - at < DAY;
  }

  /** The number as the business may see it: hidden numbers show for 30 days after contact by number. */
  visiblePhone(person: PersonOnPhone, now: number): string | undefined {
    const at = this.state.lastByNumber[person.key];
    const known = person.showsPhone || (at !== undefined && now - at < 30 * DAY);
    return known ? this.waId(person) : undefined;
  }

  private free(id: string | undefined): void {
    const other = id ? this.find(id) : undefined;
    if (other) throw new Error(`${id} already belongs to ${other.name}.`);
  }
}

/** The business-scoped id of the nth person with their mth number. */
function userId(person: number, number: number): string {
  return `US.${13491208655302740000n + BigInt(person) + 1_000_000n * BigInt(number)}`;
}
