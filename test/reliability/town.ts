/** Plays a history on a business, and tells the model which messages the script takes up on the way. */
import crypto from 'node:crypto';
import type { LocalAppsScript } from '../../local/apps-script';
import { tokenOf } from '../../src/program/token';
import { Business, MINUTE, type SavedBusiness } from '../support/business';
import { isNotice } from '../support/told';
import { HIDDEN, type Name, PEOPLE, type Step, type Text } from './histories';
import { joined, kept, messageIds } from './letters';
import { Model, type Written } from './model';
import { said, wishOf } from './said';

type Post = LocalAppsScript['post'];

const DAY = 24 * 60 * MINUTE;

/** So much is held back at most: nobody is to be taken for a flood. */
const HELD = 6;

let saved: SavedBusiness | undefined;

function founded(): SavedBusiness {
  const shop = new Business();
  PEOPLE.forEach((name, n) => {
    const hidden = name === HIDDEN && { showsPhone: false, username: name.toLowerCase() };
    shop.person(name, `44770090000${n + 1}`, hidden || {});
  });
  return shop.save();
}

/** A business, its people, and the model that watches. */
export class Town {
  readonly shop: Business;
  readonly model = new Model();
  /** Whose phone failed to take a message at some time. */
  readonly everFailed = new Set<string>();
  /** How many answers a person's messages were good for. */
  readonly due = new Map<string, number>();
  /** The weather was bad for so long that the script gives up. */
  gaveUp = false;
  private readonly written = new Map<string, Written>();
  private readonly delivered: string[] = [];
  private readonly heldBack: string[] = [];
  private next: Written | null = null;
  private holding = false;
  private badWeather = 0;

  constructor() {
    // The script's chance comes from here: the same history has to go the same way again.
    let seed = 0;
    jest.spyOn(crypto, 'randomInt').mockImplementation(() => ++seed);
    saved ??= founded();
    this.shop = new Business({ saved });
    const { script } = this.shop;
    const post = script.post.bind(script);
    script.post = (request) => {
      this.note(request.body ?? '');
      if (!this.holding) return this.arrives(request, post);
      this.heldBack.push(request.body ?? '');
      return { status: 200, headers: {}, body: '' };
    };
    const sleeps = this.shop.sleeps.bind(this.shop);
    this.shop.sleeps = (ms) => this.watch([], () => sleeps(ms));
  }

  /** Does what the step says; then WhatsApp's reports arrive, and a minute passes. */
  takes(step: Step): void {
    this.does(step);
    this.shop.whatsapp.pump();
    this.shop.script.clock.now += MINUTE;
  }

  /** The sky clears, all phones work, and what was held back arrives. */
  clearsUp(): void {
    this.shop.whatsapp.weather = 'fine';
    for (const person of this.shop.whatsapp.people()) delete person.failsWith;
    this.takes({ do: 'deliver', order: 0, together: false });
  }

  /** The notices that somebody has read. */
  newsFor(name: Name): string[] {
    return this.shop.heard(this.shop.known(name)).filter(isNotice);
  }

  /** Whose row it is, by number or id. */
  nameOf({ Phone = '', 'WhatsApp id': id = '' }: Record<string, string>): Name | null {
    const ids = [Phone, ...id.split(' ')];
    const isTheirs = (name: Name) => {
      const { phone = '', userId } = this.shop.known(name);
      return ids.includes(phone) || ids.includes(userId);
    };
    return PEOPLE.find(isTheirs) ?? null;
  }

  private does(step: Step): void {
    const { script, whatsapp } = this.shop;
    const sheet = script.spreadsheet;
    if (step.do === 'write') this.writes(step.who, step.text, step.delivery);
    else if (step.do === 'deliver') this.deliver(step.order, step.together);
    else if (step.do === 'repeat') this.repeat(step.back);
    else if (step.do === 'wait') this.wait(step.minutes * MINUTE);
    else if (step.do === 'forget') script.cache.forget();
    else if (step.do === 'phone') this.breakPhone(step.who, step.failsWith);
    else if (step.do === 'sort') sheet.sort('Clients', step.column, step.ascending);
    else if (step.do === 'delete') this.deleteRow(step.who);
    else if (step.do === 'move') sheet.moveColumn('Clients', step.from, step.to);
    else if (step.do === 'insert') sheet.insertColumn('Clients', step.before);
    else whatsapp.weather = step.is;
    if (whatsapp.weather === 'fine') this.badWeather = 0;
  }

  private wait(ms: number): void {
    if (this.shop.whatsapp.weather !== 'fine') this.badWeather += ms;
    if (this.badWeather > 2.9 * DAY) this.gaveUp = true;
    this.shop.sleeps(ms);
  }

  private repeat(back: number): void {
    const body = this.delivered[this.delivered.length - 1 - back];
    if (body) this.shop.post(body);
  }

  private breakPhone(who: Name, failsWith: number | null): void {
    const person = this.shop.known(who);
    if (failsWith === null) delete person.failsWith;
    else person.failsWith = failsWith;
    if (failsWith === 131026) this.everFailed.add(who);
  }

  private deleteRow(who: Name): void {
    const row = this.shop.rows('Clients').findIndex((one) => this.nameOf(one) === who);
    if (row < 0) return;
    this.shop.script.spreadsheet.deleteRow('Clients', row + 2);
    this.model.forgets(who);
  }

  private writes(who: Name, text: Text, delivery: 'once' | 'twice' | 'held'): void {
    const says = said(this.shop, text);
    if (says === null) return;
    const { delivery: modes } = this.shop.whatsapp;
    const at = Math.floor(this.shop.script.clock.now / 1000) * 1000;
    this.next = { by: who, at, wish: wishOf(text) };
    modes.times = delivery === 'twice' ? 2 : 1;
    this.holding = delivery === 'held' && this.heldBack.length < HELD;
    this.shop.whatsapp.write(this.shop.known(who).key, { text: says });
    this.holding = false;
    modes.times = 1;
  }

  private deliver(order: number, together: boolean): void {
    const place = (n: number) => tokenOf(`${order} ${n}`);
    const bodies = this.heldBack
      .splice(0)
      .map((body, n) => ({ body, place: place(n) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ body }) => body);
    for (const body of together ? joined(bodies) : bodies) this.shop.post(body);
  }

  /** What was just written is known by its id from now on. */
  private note(body: string): void {
    const { next } = this;
    if (!next) return;
    for (const id of messageIds(body)) if (!this.written.has(id)) this.written.set(id, next);
  }

  private arrives(request: Parameters<Post>[0], post: Post): ReturnType<Post> {
    const { body = '' } = request;
    const ids = messageIds(body);
    if (ids.length || body.includes('"failed"')) this.delivered.push(body);
    const fresh = ids.filter((id) => !this.remembers(id));
    for (const { by, wish } of this.messages(fresh)) {
      this.due.set(by, (this.due.get(by) ?? 0) + (wish.kind === 'link' ? 2 : 1));
    }
    const answer = this.watch(fresh, () => post(request));
    expect(answer.status).toBe(200);
    return answer;
  }

  /** Lets something happen, and tells the model which messages were handled on the way. */
  private watch<T>(fresh: string[], happen: () => T): T {
    const before = kept(this.shop);
    const stopped = PEOPLE.filter((name) => this.model.base.get(name)?.stopped);
    const told = () => stopped.map((name) => [name, this.newsFor(name).length]);
    const toldBefore = told();
    const result = happen();
    const after = kept(this.shop);
    // What has written its rows is not decided again: only its messages are sent.
    const takenUp = [...before].filter(
      ([id, { tries, wrote }]) => !wrote && (after.get(id)?.tries ?? Infinity) > tries,
    );
    const handled = this.messages([...fresh, ...takenUp.map(([id]) => id)]);
    for (const one of handled) this.model.handles(one);
    // Whoever has stopped hears nothing, unless a Start came along.
    if (!handled.some(({ wish }) => wish.kind === 'start')) expect(told()).toEqual(toldBefore);
    return result;
  }

  private messages(ids: string[]): Written[] {
    return ids.flatMap((id) => this.written.get(id) ?? []);
  }

  /** Whether the script still knows that it has had this message. */
  private remembers(id: string): boolean {
    const { cache } = this.shop.script;
    return kept(this.shop).has(id) || cache.keys().includes(`handled.${tokenOf(id)}`);
  }
}
