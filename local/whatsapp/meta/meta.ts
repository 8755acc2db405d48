/** Meta's Cloud API, played locally: the API with all its checks, the phones behind it, and its webhooks. */

import { outboundRecord } from '../outbound';
import type { OutsideAnswer, OutsideRequest } from '../outside';
import { Phones } from '../phones';
import { signInPage } from '../sign-in';
import type {
  Bubble,
  Delivery,
  NewPerson,
  OutboundRecord,
  PersonOnPhone,
  ProviderStandIn,
  Writing,
} from '../standin';
import { answerGraph } from './api';
import { businessOf, destinationOf, type MetaBusiness, type Subscription } from './business';
import { dashboardTest } from './dashboard-test';
import { type DeliveryModes, MetaDelivery } from './delivery';
import type { MetaTemplate } from './outgoing';
import { MetaSending } from './sending';
import type { MetaOptions, MetaState } from './state';
import { type Weather, weathered } from './weather';
import {
  appEcho,
  type MetaUpdate,
  numberChange,
  type Sender,
  type Told,
  userPreference,
} from './webhooks';
import { act, senderOf } from './writing';

export type { DeliveryModes, Webhook } from './delivery';
export type { MetaOptions, MetaState } from './state';
export type { Weather } from './weather';
export type { MetaTemplate };

/** How a change of number is told. */
export interface NumberChange {
  told?: Told;
  shared?: boolean;
  previous?: boolean;
}

/** So many requests survive a restart. */
const KEPT_REQUESTS = 500;

export class MetaStandIn implements ProviderStandIn {
  readonly name = 'meta';
  /** What happens to requests on their way; a function decides for each. */
  weather: Weather | ((request: OutsideRequest) => Weather) = 'fine';
  readonly outbound: OutboundRecord[];
  readonly business: MetaBusiness;
  private readonly phones: Phones;
  private readonly deliveries: MetaDelivery;
  private readonly sending: MetaSending;
  private readonly subscription: Subscription;
  private readonly toApp: MetaOptions['deliver'];
  private made: number;

  constructor({
    deliver,
    subscribed = true,
    published = true,
    fieldSubscribed = true,
    state,
    ...business
  }: MetaOptions) {
    this.business = businessOf(business, state);
    const saved = structuredClone(state);
    this.made = saved?.made ?? 0;
    this.outbound = saved?.outbound ?? [];
    this.subscription = { subscribed, published, fieldSubscribed, ...saved?.subscription };
    this.toApp = (webhook) => signInPage(webhook.url) ?? deliver(webhook);
    this.phones = new Phones(saved?.phones);
    const routes = {
      to: (field: string) => destinationOf(field, this.subscription),
      post: (body: string, toOverride: boolean) => this.post(body, toOverride),
    };
    this.deliveries = new MetaDelivery(business.now, this.business, routes, saved?.delivery);
    const number = () => ++this.made;
    this.sending = new MetaSending(
      this.business,
      this.phones,
      this.deliveries,
      number,
      saved?.opaque,
    );
  }

  /** How webhooks go out; may be changed at any time. */
  get delivery(): DeliveryModes {
    return this.deliveries.modes;
  }

  handles(url: string): boolean {
    return url.startsWith('https://graph.facebook.com/');
  }

  answer(request: OutsideRequest): OutsideAnswer {
    const weather = typeof this.weather === 'function' ? this.weather(request) : this.weather;
    const trace = `A${(++this.made).toString(36).padStart(21, 'Z')}`;
    const { business, sending, subscription } = this;
    const inside = () => answerGraph(request, { business, sending, subscription }, trace);
    const answer = weathered(weather, inside, trace);
    this.outbound.push(outboundRecord(business.now(), request, answer));
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

  /** @throws Error when the person is not there, or cannot do that in this chat */
  write(person: string, writing: Writing): Delivery[] {
    const writer = this.phones.get(person);
    const chat = this.phones.chat(person);
    const sender = this.sender(writer);
    const { update, shown, rewrites, opensWindow } = act(writing, sender, chat);
    const at = this.business.now();
    const rewritten = rewrites && chat.find((bubble) => bubble.id === rewrites.id);
    if (rewritten) rewritten.text = rewrites.text;
    if (shown) chat.push({ id: sender.id, from: 'person', at, ...shown });
    if (opensWindow) this.phones.state.lastWrote[writer.key] = at;
    return this.deliveries.deliverNow(update);
  }

  /**
   * Something made with the builders of `meta-webhooks.ts` happens: it is delivered as the modes
   * say, and its messages open the window of the people here who sent them.
   */
  happen(...updates: MetaUpdate[]): Delivery[] {
    for (const { value } of updates) {
      for (const message of (value.messages ?? []) as Record<string, string>[]) {
        const sender = this.phones.find(message.from ?? message.from_user_id ?? '');
        if (sender) this.phones.state.lastWrote[sender.key] = this.business.now();
        this.phones.state.received.push(message.id ?? '');
      }
    }
    return updates.flatMap((update) => this.deliveries.deliverNow(update));
  }

  /** The owner writes in the WhatsApp Business app, where the number is kept in both. */
  writeInApp(person: string, text: string): Delivery[] {
    const { business, phones } = this;
    const reader = phones.get(person);
    const at = business.now();
    const { from: to, id } = this.sender(reader);
    phones.chat(person).push({ id, from: 'business', at, kind: 'text', text, status: 'delivered' });
    const echo = { id, business: business.displayPhoneNumber, userId: reader.userId, text, at };
    return this.deliveries.deliverNow(appEcho({ ...echo, ...(to ? { to } : {}) }));
  }

  /** Somebody at Meta has looked at a template, or its readers have spoken. @throws Error when there is none */
  review(name: string, status: MetaTemplate['status'], rejectedReason?: string): void {
    const template = this.business.templates.find((one) => one.name === name);
    if (!template) throw new Error(`There is no template ${name}`);
    Object.assign(template, { status, rejectedReason });
  }

  /** The person opens the chat (what was delivered is read) or closes it. */
  openChat(person: string, open = true): void {
    const reader = this.phones.get(person);
    reader.chatOpen = open;
    if (open) this.sending.read(reader);
  }

  /** The person presses *Stop* or *Resume* for marketing messages, in WhatsApp itself. */
  prefer(person: string, value: 'stop' | 'resume'): Delivery[] {
    const who = this.phones.get(person);
    who.optedOut = value === 'stop';
    return this.deliveries.deliverNow(userPreference({ ...this.sender(who), value }));
  }

  /**
   * The person moves to another number, and thereby to another business-scoped id.
   *
   * @param how what the message names its sender by, and whether the new number can be shared with the business
   */
  changeNumber(person: string, phone: string, how: NumberChange = {}): Delivery[] {
    const who = this.phones.get(person);
    const before = this.sender(who);
    this.phones.changeNumber(who, phone);
    const { shared = before.from !== undefined, ...told } = how;
    if (!shared) this.phones.hideNumber(who);
    const shown = shared ? { newWaId: phone } : {};
    const change = { ...before, ...shown, ...told, newUserId: who.userId };
    return this.deliveries.deliverNow(numberChange(change));
  }

  /** Whether the app is published; until then nobody's messages come. */
  get published(): boolean {
    return this.subscription.published;
  }

  set published(published: boolean) {
    this.subscription.published = published;
  }

  /** Whether the field `messages` is subscribed in the app's dashboard. */
  get fieldSubscribed(): boolean {
    return this.subscription.fieldSubscribed;
  }

  set fieldSubscribed(subscribed: boolean) {
    this.subscription.fieldSubscribed = subscribed;
  }

  /**
   * The owner presses *Test* beside the field `messages` in the app's dashboard: Meta's sample, about a number that
   * nobody has, goes to the app's own callback, published or not.
   *
   * @throws Error while the field is not subscribed: there is nothing to press
   */
  testFromDashboard(): Delivery {
    if (!this.fieldSubscribed) throw new Error('Subscribe the field messages before testing it.');
    const body = JSON.stringify(dashboardTest());
    const { status } = this.post(body, false);
    return { at: this.business.now(), attempt: 1, body, status };
  }

  pump(): Delivery[] {
    return this.deliveries.pump();
  }

  flush(): Delivery[] {
    return this.deliveries.flush();
  }

  /** When a webhook that was not answered with 200 will be sent again. */
  nextDueAt(): number | undefined {
    return this.deliveries.nextDueAt();
  }

  save(): MetaState {
    return structuredClone({
      phones: this.phones.state,
      delivery: this.deliveries.state,
      subscription: this.subscription,
      registered: this.business.registered,
      templates: this.business.templates,
      opaque: this.sending.opaque,
      outbound: this.outbound.slice(-KEPT_REQUESTS),
      made: this.made,
    });
  }

  private post(body: string, toOverride: boolean): { status: number } {
    const { callback } = this.subscription;
    const url = toOverride && callback ? { url: callback } : {};
    return this.toApp({ body, contentType: 'application/json', ...url });
  }

  private sender(person: PersonOnPhone): Sender & { id: string } {
    return senderOf(person, this.phones, this.business.now(), ++this.made);
  }
}
