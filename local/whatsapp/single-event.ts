/** What the stand-ins of providers that post one event at a time have in common: phones, chats, webhooks, records. */
import type { DeliveryModes } from './meta/delivery';
import type { Weather } from './meta/weather';
import { outboundRecord } from './outbound';
import type { OutsideAnswer, OutsideRequest } from './outside';
import { Phones, type PhonesState } from './phones';
import { signInPage } from './sign-in';
import type {
  Bubble,
  Delivery,
  NewPerson,
  OutboundRecord,
  PersonOnPhone,
  ProviderStandIn,
  Writing,
} from './standin';
import { type Posting, type QueueState, WebhookQueue } from './webhook-queue';

/** So many requests survive a restart. */
const KEPT_REQUESTS = 500;

export interface SingleEventOptions {
  now: () => number;
  /** Posts a webhook to the web app. `url` is there when the address was given through the API. */
  deliver: (posting: Posting) => { status: number };
}

/** Everything that must survive a restart, but for what each provider adds. */
export interface SingleEventState {
  phones: PhonesState;
  queue: QueueState;
  outbound: OutboundRecord[];
  made: number;
}

export abstract class SingleEventStandIn implements ProviderStandIn {
  abstract readonly name: string;
  /** What happens to requests on their way; a function decides for each. */
  weather: Weather | ((request: OutsideRequest) => Weather) = 'fine';
  readonly outbound: OutboundRecord[];
  protected readonly phones: Phones;
  protected readonly queue: WebhookQueue;
  protected readonly now: () => number;
  private made: number;

  constructor(
    { now, deliver }: SingleEventOptions,
    again: (status: number, age: number) => number | undefined,
    saved?: SingleEventState,
  ) {
    const state = structuredClone(saved);
    this.now = now;
    this.made = state?.made ?? 0;
    this.outbound = state?.outbound ?? [];
    this.phones = new Phones(state?.phones);
    const post = (posting: Posting) => signInPage(posting.url) ?? deliver(posting);
    this.queue = new WebhookQueue({ now, again, post }, state?.queue);
  }

  abstract handles(url: string): boolean;
  abstract write(person: string, writing: Writing): Delivery[];
  abstract save(): SingleEventState;
  /** The provider's answer under this weather. */
  protected abstract answerUnder(weather: Weather, request: OutsideRequest): OutsideAnswer;
  /** The request as it may be kept. */
  protected abstract withoutSecrets(request: OutsideRequest): OutsideRequest;
  /** A message of the business was read. */
  protected abstract wasRead(bubble: Bubble, person: PersonOnPhone): void;

  /** How webhooks go out; may be changed at any time. */
  get delivery(): DeliveryModes {
    return this.queue.modes;
  }

  answer(request: OutsideRequest): OutsideAnswer {
    const weather = typeof this.weather === 'function' ? this.weather(request) : this.weather;
    const answer = this.answerUnder(weather, request);
    this.outbound.push(outboundRecord(this.now(), this.withoutSecrets(request), answer));
    return answer;
  }

  people(): PersonOnPhone[] {
    return this.phones.state.people;
  }

  addPerson(person: NewPerson): PersonOnPhone {
    return this.phones.add(person);
  }

  chat(person: string): Bubble[] {
    return this.phones.chat(person);
  }

  pump(): Delivery[] {
    return this.queue.pump();
  }

  flush(): Delivery[] {
    return this.queue.flush();
  }

  /** When a webhook that was not taken will be sent again. */
  nextDueAt(): number | undefined {
    return this.queue.nextDueAt();
  }

  /** The person opens the chat (what was delivered is read) or closes it. */
  openChat(person: string, open = true): void {
    const reader = this.phones.get(person);
    reader.chatOpen = open;
    if (!open) return;
    for (const bubble of this.phones.chat(person)) {
      if (bubble.from === 'business' && bubble.status === 'delivered') this.wasRead(bubble, reader);
    }
  }

  /** Counts up with everything that gets an id. */
  protected nextNumber(): number {
    return ++this.made;
  }

  protected saved(): SingleEventState {
    return structuredClone({
      phones: this.phones.state,
      queue: this.queue.state,
      outbound: this.outbound.slice(-KEPT_REQUESTS),
      made: this.made,
    });
  }

  /** What the person wrote stands in the chat, opens the window, and is the newest thing they did. */
  protected shown(person: PersonOnPhone, id: string, bubble: Pick<Bubble, 'kind' | 'text'>): void {
    const at = this.now();
    this.phones.chat(person.key).push({ id, from: 'person', at, ...bubble });
    this.phones.state.lastWrote[person.key] = at;
  }
}

/** WhatsApp makes the addresses in a text tappable. */
export function tappable(text: string): Pick<Bubble, 'link'> {
  const url = /https?:\/\/\S+/.exec(text)?.[0];
  return url ? { link: { title: url, url } } : {};
}

/** The button that is pressed, and the message that it stands on. @throws Error when there is none */
export function pressed(chat: readonly Bubble[], buttonId: string) {
  for (const bubble of [...chat].reverse()) {
    const button = bubble.buttons?.find(({ id }) => id === buttonId);
    if (button) return { bubble, button };
  }
  throw new Error(`No message in this chat has a button with the id ${JSON.stringify(buttonId)}.`);
}

/** An edit gives one's newest message another text, a revocation takes it away; neither is told by these providers. */
export function rewrite(chat: readonly Bubble[], { kind, about, text }: Writing): boolean {
  if (kind !== 'edit' && kind !== 'revoke') return false;
  const mine = [...chat]
    .reverse()
    .find(({ id, from }) => (about ? id === about : from === 'person'));
  if (!mine) throw new Error(`There is no message in this chat for the ${kind} to be about.`);
  mine.text = kind === 'edit' ? (text ?? '') : 'This message was deleted';
  return true;
}
