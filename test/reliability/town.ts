/** Plays a history on a business, and tells the model which messages the script takes up on the way. */
import crypto from 'node:crypto';
import type { LocalAppsScript } from '../../local/apps-script';
import { tokenOf } from '../../src/program/token';
import { Business, MINUTE, type SavedBusiness } from '../support/business';
import { isNotice } from '../support/told';
import { HIDDEN, type Name, PEOPLE, type Step, type Text } from './histories';
import { joined, kept, messageIds, messagesIn } from './letters';
import type { Written } from './model';
import { type Handled, ordersOf, Possible } from './possible';
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
  readonly possible = new Possible();
  /** Whose phone failed to take a message at some time. */
  readonly everFailed = new Set<string>();
  /** How many answers a person's messages were good for. */
  readonly due = new Map<string, number>();
  /** What the owner last noted on somebody whose row was never deleted. */
  readonly noted = new Map<Name, string>();
  private readonly deleted = new Set<Name>();
  /** The weather was bad, or nothing could be kept, for so long that the script gives up. */
  gaveUp = false;
  /** Nothing could be kept at some time. */
  hadNoQuota = false;
  private readonly written = new Map<string, Written>();
  private readonly delivered: string[] = [];
  private readonly heldBack: string[] = [];
  /** Written, and not yet delivered for the first time. */
  private readonly coming: { says: string; what: Written }[] = [];
  private holding = false;
  private badTimes = 0;
  /** What arrived in the middle of what is being watched; null while nothing is. */
  private meanwhile: string[] | null = null;
  /** The cache forgot in the middle of it. */
  private forgot = false;

  constructor() {
    // The script's chance comes from here: the same history has to go the same way again.
    let seed = 0;
    jest.spyOn(crypto, 'randomInt').mockImplementation(() => ++seed);
    saved ??= founded();
    this.shop = new Business({ saved });
    const { script } = this.shop;
    script.limits.properties = Infinity;
    const post = script.post.bind(script);
    script.post = (request) => {
      this.note(request.body ?? '');
      if (!this.holding) return this.arrives(request, post);
      this.heldBack.push(request.body ?? '');
      return { status: 200, headers: {}, body: '' };
    };
    const sleeps = this.shop.sleeps.bind(this.shop);
    this.shop.sleeps = (ms) => this.watch([], () => void sleeps(ms));
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
    this.shop.script.limits.properties = Infinity;
    this.shop.script.faults = {};
    for (const person of this.shop.whatsapp.people()) delete person.failsWith;
    this.takes({ do: 'deliver', order: 0, together: false });
  }

  /** The notices that somebody has read. */
  newsFor(name: Name): string[] {
    return this.shop.heard(this.shop.known(name)).filter(isNotice);
  }

  /** Whose row it is, by number or id. */
  nameOf({ Phone = '', 'Messenger id': id = '' }: Record<string, string>): Name | null {
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
    else if (step.do === 'batch') this.batch(step.letters);
    else if (step.do === 'meanwhile') this.interrupt(step.call, step.comes);
    else if (step.do === 'quota') this.limit(step.left);
    else if (step.do === 'phone') this.breakPhone(step.who, step.failsWith);
    else if (step.do === 'sort') sheet.sort('Clients', step.column, step.ascending);
    else if (step.do === 'delete') this.deleteRow(step.who);
    else if (step.do === 'move') sheet.moveColumn('Clients', step.from, step.to);
    else if (step.do === 'insert') sheet.insertColumn('Clients', step.before);
    else if (step.do === 'note') this.takesNote(step.who, step.says);
    else whatsapp.weather = step.is;
    if (whatsapp.weather === 'fine' && this.hasQuota) this.badTimes = 0;
  }

  private get hasQuota(): boolean {
    return this.shop.script.limits.properties === Infinity;
  }

  private limit(left: number | null): void {
    const { limits, usedToday } = this.shop.script;
    limits.properties = left === null ? Infinity : usedToday.properties + left;
    if (left !== null) this.hadNoQuota = true;
  }

  private interrupt(call: number, comes: Extract<Step, { do: 'meanwhile' }>['comes']): void {
    const run = () => {
      if (comes !== 'forget') return this.writes(comes.who, comes.text, 'once');
      this.shop.script.cache.forget();
      this.forgot = true;
    };
    this.shop.script.faults.interruptAt = { call, run };
  }

  private wait(ms: number): void {
    if (this.shop.whatsapp.weather !== 'fine' || !this.hasQuota) this.badTimes += ms;
    if (this.badTimes > 2.9 * DAY) this.gaveUp = true;
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
    this.shop.deleteRow('Clients', row + 2);
    this.possible.forgets(who);
    this.deleted.add(who);
    this.noted.delete(who);
  }

  /** Where the tab shows them. A window may show a deleted row for a while: what is typed there is nobody's. */
  private takesNote(who: Name, says: string): void {
    const { spreadsheet } = this.shop.script;
    const [headings = [], ...rows] = spreadsheet.rows('Clients');
    const named = (cells: string[]) => headings.map((name, n) => [name, cells[n] ?? '']);
    const at = rows.findIndex((cells) => this.nameOf(Object.fromEntries(named(cells))) === who);
    if (at < 0) return;
    spreadsheet.type('Clients', at + 2, headings.indexOf('Note') + 1, says);
    if (!this.deleted.has(who)) this.noted.set(who, says);
  }

  private writes(who: Name, text: Text, delivery: 'once' | 'twice' | 'held'): void {
    const says = said(this.shop, text);
    if (says === null) return;
    const { delivery: modes } = this.shop.whatsapp;
    const at = Math.floor(this.shop.script.clock.now / 1000) * 1000;
    this.coming.push({ says, what: { by: who, at, wish: wishOf(text) } });
    modes.times = delivery === 'twice' ? 2 : 1;
    this.holding = delivery === 'held' && this.heldBack.length < HELD;
    this.shop.whatsapp.write(this.shop.known(who).key, { text: says });
    this.holding = false;
    modes.times = 1;
  }

  private batch(letters: { who: Name; text: Text }[]): void {
    const { whatsapp } = this.shop;
    whatsapp.delivery.batch = true;
    for (const { who, text } of letters) this.writes(who, text, 'once');
    whatsapp.flush();
    whatsapp.delivery.batch = false;
  }

  private deliver(order: number, together: boolean): void {
    const place = (n: number) => tokenOf(`${order} ${n}`);
    const bodies = this.heldBack
      .splice(0)
      .map((body, n) => ({ body, place: place(n) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ body }) => body);
    for (const body of together ? joined(bodies) : bodies) {
      if (this.shop.post(body).status === 302) this.heldBack.push(body);
    }
  }

  /** What was just written is known by its id from now on. */
  private note(body: string): void {
    for (const { id, sender, text } of messagesIn(body)) {
      if (this.written.has(id)) continue;
      const isIt = ({ says, what }: (typeof this.coming)[0]) => {
        const { phone, userId } = this.shop.known(what.by);
        return says === text && [phone, userId].includes(sender);
      };
      const [next] = this.coming.splice(this.coming.findIndex(isIt), 1);
      if (next) this.written.set(id, next.what);
    }
  }

  private arrives(request: Parameters<Post>[0], post: Post): ReturnType<Post> {
    const { body = '' } = request;
    const ids = messageIds(body);
    if (ids.length || body.includes('"failed"')) this.delivered.push(body);
    const fresh = ids.filter((id) => !this.remembers(id));
    this.mayAnswer(fresh);
    const status = [200, ...(this.meanwhile ? [0] : []), ...(this.hasQuota ? [] : [302])];
    const answer = this.watch(ids, () => post(request));
    expect(status).toContain(answer.status);
    return answer;
  }

  private mayAnswer(ids: string[]): void {
    for (const { by, wish } of this.messages(ids)) {
      this.due.set(by, (this.due.get(by) ?? 0) + (wish.kind === 'link' ? 2 : 1));
    }
  }

  /** Lets something happen, and tells the models which messages were handled on the way. */
  private watch<T>(ids: string[], happen: () => T): T {
    if (this.meanwhile) {
      this.meanwhile.push(...ids.filter((id) => !this.remembers(id)));
      return happen();
    }
    const before = kept(this.shop);
    // Handled, but not taken out of the journal: nothing is done with it any more.
    const marked = new Set([...before.keys()].filter((id) => this.isMarked(id)));
    const fresh = ids.filter((id) => !this.remembers(id));
    const stopped = PEOPLE.filter((name) =>
      this.possible.surely(({ base }) => base.get(name)?.stopped != null),
    );
    const told = () => stopped.map((name) => [name, this.newsFor(name).length]);
    const toldBefore = told();
    const couldKeep = this.hasQuota;
    this.forgot = false;
    this.meanwhile = [];
    const result = happen();
    const { meanwhile } = this;
    this.meanwhile = null;
    const after = kept(this.shop);
    // What has written its rows is not decided again: only its messages are sent.
    const takenUp = [...before].filter(
      ([id, { tries, wrote }]) => !wrote && (after.get(id)?.tries ?? Infinity) > tries,
    );
    // What may have gone while nothing could be kept is sent once more; that it was carried along may not be noted either.
    const carried = couldKeep ? takenUp.map(([id]) => id) : [...before.keys()];
    if (this.hadNoQuota) this.mayAnswer(carried);
    const sure = (id: string) =>
      couldKeep && after.get(id)?.wrote !== false && !(before.has(id) && marked.has(id));
    const handled = (some: string[]): Handled[] =>
      some.flatMap((id) => this.messages([id]).map((message) => ({ message, sure: sure(id) })));
    // Those that came before, and that a cache may just have forgotten.
    const again = this.forgot ? ids.filter((id) => !fresh.includes(id)) : [];
    this.mayAnswer(again);
    const first = [
      ...handled([...fresh, ...takenUp.map(([id]) => id)]),
      ...handled(again).map((one) => ({ ...one, sure: false })),
    ];
    this.possible.handle(ordersOf(first, handled(meanwhile)));
    // Whoever has stopped hears nothing, unless a Start came along.
    const all = [...first, ...handled(meanwhile)];
    if (!all.some(({ message }) => message.wish.kind === 'start')) {
      expect(told()).toEqual(toldBefore);
    }
    return result;
  }

  private messages(ids: string[]): Written[] {
    return ids.flatMap((id) => this.written.get(id) ?? []);
  }

  /** Whether the script still knows that it has had this message. */
  private remembers(id: string): boolean {
    return kept(this.shop).has(id) || this.isMarked(id);
  }

  private isMarked(id: string): boolean {
    return this.shop.script.cache.keys().includes(`handled.${tokenOf(id)}`);
  }
}
