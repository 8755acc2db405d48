/** Plays a history on a business, tells the model what the script takes up, and compares the two after every step. */
import crypto from 'node:crypto';
import type { LocalAppsScript } from '../../local/apps-script';
import { tokenOf } from '../../src/program/token';
import { Business, MINUTE, type SavedBusiness } from '../support/business';
import { HIDDEN, type Name, PEOPLE, type Step, STRANGER, type Text } from './histories';
import { expectWhole, settle } from './invariants';
import { Model, type Wish, type Written } from './model';

const DAY = 24 * 60 * MINUTE;
const STRANGERS_NUMBER = '447700900099';

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
  private readonly model = new Model();
  private readonly written = new Map<string, Written>();
  private readonly delivered: string[] = [];
  private readonly heldBack: string[] = [];
  private readonly everFailed = new Set<string>();
  /** Person → messages of the business that were asked for. */
  private readonly due = new Map<string, number>();
  private holding = false;
  private badWeather = 0;
  private gaveUp = false;

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
    this.compare();
  }

  /** The sky clears, everybody writes once more, and all that is still to happen happens. */
  comesToRest(): void {
    this.shop.whatsapp.weather = 'fine';
    for (const person of this.shop.whatsapp.people()) delete person.failsWith;
    this.takes({ do: 'deliver', order: 0, together: false });
    settle(this.shop);
    for (const who of PEOPLE) {
      this.takes({ do: 'write', who, text: { says: 'Hello' }, delivery: 'once' });
    }
    settle(this.shop);
    this.compare();
    expectWhole(this.shop);
    this.expectNotices();
    this.expectAnswers();
  }

  private does(step: Step): void {
    const { script, whatsapp } = this.shop;
    const sheet = script.spreadsheet;
    switch (step.do) {
      case 'write':
        return this.writes(step.who, step.text, step.delivery);
      case 'deliver':
        return this.deliver(step.order, step.together);
      case 'repeat': {
        const body = this.delivered[this.delivered.length - 1 - step.back];
        if (body) this.shop.post(body);
        return;
      }
      case 'wait':
        return this.wait(step.minutes * MINUTE);
      case 'forget':
        return script.cache.forget();
      case 'weather':
        whatsapp.weather = step.is;
        this.badWeather = 0;
        return;
      case 'phone': {
        const person = this.shop.known(step.who);
        if (step.failsWith === null) delete person.failsWith;
        else person.failsWith = step.failsWith;
        if (step.failsWith === 131026) this.everFailed.add(step.who);
        return;
      }
      case 'sort':
        return sheet.sort('Clients', step.column, step.ascending);
      case 'delete': {
        const row = this.rows().findIndex(({ name }) => name === step.who);
        if (row < 0) return;
        sheet.deleteRow('Clients', row + 2);
        return this.model.forgets(step.who);
      }
      case 'move':
        return sheet.moveColumn('Clients', step.from, step.to);
      case 'insert':
        return sheet.insertColumn('Clients', step.before);
    }
  }

  private wait(ms: number): void {
    if (this.shop.whatsapp.weather !== 'fine') this.badWeather += ms;
    if (this.badWeather > 2.9 * DAY) this.gaveUp = true;
    this.shop.sleeps(ms);
  }

  private writes(who: Name, text: Text, delivery: 'once' | 'twice' | 'held'): void {
    const person = this.shop.known(who);
    const says = this.said(text);
    if (says === null) return;
    const { delivery: modes } = this.shop.whatsapp;
    modes.times = delivery === 'twice' ? 2 : 1;
    this.holding = delivery === 'held' && this.heldBack.length < HELD;
    const at = Math.floor(this.shop.script.clock.now / 1000) * 1000;
    this.next = { by: who, at, wish: wishOf(text) };
    this.shop.whatsapp.write(person.key, { text: says });
    this.holding = false;
    modes.times = 1;
  }

  private next: Written | null = null;

  /** What is typed; null when there is no such link yet. */
  private said(text: Text): string | null {
    if ('says' in text) return text.says;
    const { invitationOf, wording } = text;
    const key = invitationOf === STRANGER ? STRANGERS_NUMBER : this.keyOf(invitationOf);
    if (key === null) return null;
    if (wording === 'broken') return 'You were recommended by 12 Hello';
    return wording === 'edited'
      ? `Hi! you were recomended by ${/^\d/.test(key) ? `+${key}` : key}, hello 🙂`
      : `You were recommended by ${key} Hello`;
  }

  /** The number, or the code in the newest link of somebody who has none to show. */
  private keyOf(name: Name): string | null {
    const person = this.shop.known(name);
    if (name !== HIDDEN) return person.phone ?? null;
    const links = this.shop.whatsapp.chat(person.key).flatMap(({ link }) => link?.url ?? []);
    return /by%20([2-9a-z]{8})%20/.exec(links[0] ?? '')?.[1] ?? null;
  }

  private deliver(order: number, together: boolean): void {
    const bodies = this.heldBack.splice(0);
    const shuffled = bodies
      .map((body, n) => ({ body, place: tokenOf(`${order} ${n}`) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ body }) => body);
    for (const body of together ? joined(shuffled) : shuffled) this.shop.post(body);
  }

  /** What was just written is known by its id from now on. */
  private note(body: string): void {
    const { next } = this;
    if (!next) return;
    for (const id of messageIds(body)) if (!this.written.has(id)) this.written.set(id, next);
  }

  private arrives(request: WebPost, post: Post): ReturnType<Post> {
    const { body = '' } = request;
    const ids = [...new Set(messageIds(body))];
    if (ids.length || body.includes('"failed"')) this.delivered.push(body);
    const fresh = ids.filter((id) => !this.remembers(id));
    const answer = this.watch(fresh, () => post(request));
    expect(answer.status).toBe(200);
    for (const id of fresh) this.owe(id);
    return answer;
  }

  /** Lets something happen, and tells the model which messages were handled on the way. */
  private watch<T>(fresh: string[], happen: () => T): T {
    const before = this.kept();
    const told = new Map(PEOPLE.map((name) => [name, this.newsFor(name).length]));
    const stopped = PEOPLE.filter((name) => this.model.base.get(name)?.stopped);
    const result = happen();
    const after = this.kept();
    const takenUp = [...before].filter(([id, tries]) => (after.get(id) ?? Infinity) > tries);
    const handled = [...fresh, ...takenUp.map(([id]) => id)].flatMap(
      (id) => this.written.get(id) ?? [],
    );
    for (const one of handled) this.model.handles(one);
    for (const name of stopped) {
      if (handled.some(({ by, wish }) => by === name && wish.kind === 'start')) continue;
      expect([name, this.newsFor(name).length]).toEqual([name, told.get(name)]);
    }
    return result;
  }

  /** Whether the script still knows that it has had this message. */
  private remembers(id: string): boolean {
    return (
      this.kept().has(id) || this.shop.script.cache.keys().includes(`handled.${tokenOf(id)}`)
    );
  }

  /** The messages in the pending store, oldest first, and how often sending was tried. */
  private kept(): Map<string, number> {
    const { script } = this.shop.script.properties;
    const pending = this.shop
      .pending()
      .flatMap((key) => JSON.parse(script.get(key) ?? '[]') as Kept[])
      .sort((a, b) => a.since - b.since);
    return new Map(pending.map(({ update, tries }) => [update.key, tries]));
  }

  private owe(id: string): void {
    const message = this.written.get(id);
    if (!message) return;
    const { by, wish } = message;
    this.due.set(by, (this.due.get(by) ?? 0) + (wish.kind === 'link' ? 2 : 1));
  }

  private rows() {
    return this.shop.rows('Clients').map((row) => ({ ...row, name: this.nameOf(row) }));
  }

  private nameOf(row: Record<string, string>): string {
    const ids = [row.Phone, ...(row['WhatsApp id'] ?? '').split(' ')];
    return (
      PEOPLE.find((name) => {
        const { phone, userId } = this.shop.known(name);
        return ids.includes(phone) || ids.includes(userId);
      }) ?? `nobody we know (${ids.join(' ')})`
    );
  }

  private newsFor(name: Name): string[] {
    return this.shop.heard(this.shop.known(name)).filter((text) => text.startsWith('Good news'));
  }

  /** The base is as the model says. */
  private compare(): void {
    const here = this.rows().map(({ name, 'Invited by': key, Stopped }) => ({
      name,
      invitedBy: key ? this.nameOf({ Phone: key, 'WhatsApp id': key }) : null,
      stopped: Stopped !== '',
    }));
    const there = [...this.model.base].map(([name, { invitedBy, stopped }]) => ({
      name,
      invitedBy,
      stopped: stopped !== null,
    }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(here.sort(byName)).toEqual(there.sort(byName));
  }

  /** Every referral was told once, or its row has a reason that is true. */
  private expectNotices(): void {
    for (const { name, 'Invited by': key, Notice = '' } of this.rows()) {
      if (!key) continue;
      const inviter = this.nameOf({ Phone: key, 'WhatsApp id': key });
      const what = { invitee: name, inviter, Notice };
      expect({ ...what, reason: this.isTrue(Notice, inviter) }).toEqual({ ...what, reason: true });
      const told = this.timesTold(name, inviter);
      const least = Notice.startsWith('sent ') ? 1 : 0;
      const enough = told >= least;
      expect({ ...what, told, enough }).toEqual({ ...what, told, enough: true });
    }
    for (const { invitee, inviter } of this.model.registered) {
      const times = this.model.registered.filter(
        (one) => one.invitee === invitee && one.inviter === inviter,
      ).length;
      const told = this.timesTold(invitee, inviter);
      const tooOften = told > times;
      expect({ invitee, inviter, told, tooOften }).toEqual({
        ...{ invitee, inviter, told },
        tooOften: false,
      });
    }
  }

  private timesTold(invitee: string, inviter: string): number {
    const about = this.newsFor(inviter as Name).filter((text) => text.includes(`: ${invitee} `));
    return about.length;
  }

  private isTrue(notice: string, inviter: string): boolean {
    if (notice.startsWith('sent ')) return true;
    if (notice.startsWith('waits for ')) return !this.model.base.has(inviter);
    if (notice.startsWith('not sent: they asked for no')) return this.model.everStopped.has(inviter);
    if (/^not sent: .*not in the base/.test(notice)) return true;
    if (/^not sent: .*131026/.test(notice)) return this.everFailed.has(inviter);
    return notice.startsWith('not sent: ') && this.gaveUp;
  }

  /** Nobody is answered more often than they asked. */
  private expectAnswers(): void {
    for (const name of PEOPLE) {
      const answers = this.shop.heard(this.shop.known(name)).length - this.newsFor(name).length;
      const tooMany = answers > (this.due.get(name) ?? 0);
      expect({ name, answers, tooMany }).toEqual({ name, answers, tooMany: false });
    }
  }
}

type Post = LocalAppsScript['post'];
type WebPost = Parameters<Post>[0];

interface Kept {
  update: { key: string };
  since: number;
  tries: number;
}

function wishOf(text: Text): Wish {
  if ('says' in text) {
    if (text.says === 'Link') return { kind: 'link' };
    if (text.says === 'Stop') return { kind: 'stop' };
    return { kind: text.says === 'Start' ? 'start' : 'other' };
  }
  return { kind: 'invitation', by: text.wording === 'broken' ? null : text.invitationOf };
}

interface MetaBody {
  entry: { changes: { value: { messages?: { id: string }[] } }[] }[];
}

function messageIds(body: string): string[] {
  const { entry } = JSON.parse(body) as MetaBody;
  return entry.flatMap(({ changes }) =>
    changes.flatMap(({ value }) => (value.messages ?? []).map(({ id }) => id)),
  );
}

/** Many bodies as one. */
function joined(bodies: string[]): string[] {
  const [first] = bodies;
  if (!first) return [];
  const entry = bodies.flatMap((body) => (JSON.parse(body) as MetaBody).entry);
  return [JSON.stringify({ ...JSON.parse(first), entry })];
}
