/** Plays a history in a shop that rewards, and tells the model what happens; then compares the two. */
import crypto from 'node:crypto';
import { Business, HOUR, MINUTE, type SavedBusiness } from '../support/business';
import type { Death, Sold, Step } from './histories';
import { addPurchases, ledger, minutesPass, ownerSets, ownerTypes } from './shop';
import { FRIENDS, INVITERS, JOINED, MILESTONE, type Promised, TillModel } from './till-model';

const STAFF = '447733445566';
const STRANGER = '447700900999';

const TERMS: Promised = {
  countsWhen: 'bought',
  friendGets: true,
  inviterGets: true,
  smallest: 0,
  aMonth: 2,
  inAll: 3,
  paused: false,
};

const SETTINGS = {
  ...settingsOf(TERMS),
  Milestones: `${MILESTONE} = Free cake`,
  Staff: STAFF,
};

let saved: SavedBusiness | undefined;

function founded(): SavedBusiness {
  const shop = new Business({ settings: SETTINGS });
  const numbers = [
    '447711000010',
    '447722111121',
    '447733222232',
    '447744333343',
    '447755444454',
    '447766555565',
    '447777666676',
  ];
  [...INVITERS, ...FRIENDS].forEach((name, n) => void shop.person(name, numbers[n]));
  shop.person('Sam', STAFF);
  for (const name of INVITERS) shop.writes(shop.known(name), 'Link');
  shop.sleeps(5 * MINUTE);
  minutesPass(shop);
  for (const name of JOINED) shop.taps(shop.known(name), shop.known(INVITERS[0]));
  shop.sleeps(5 * MINUTE);
  minutesPass(shop);
  return shop.save();
}

/** A shop, its people, and the model that watches. */
export class Till {
  readonly shop: Business;
  readonly model = new TillModel({ ...TERMS }, () => monthOf(this.shop));
  /** How the answer to each purchase must begin, by what was bought. */
  readonly answers = new Map<string, string>();
  /** Rewards about which the owner has decided at some time. */
  readonly judged = new Set<string>();
  /** Who has asked for no messages at some time. */
  readonly everStopped = new Set<string>();
  private readonly buyers = new Map<string, Sold>();
  private codes = 0;

  constructor() {
    // The script's chance comes from here: the same history has to go the same way again.
    let seed = 0;
    jest.spyOn(crypto, 'randomInt').mockImplementation(() => ++seed);
    saved ??= founded();
    this.shop = new Business({ saved });
    for (const name of JOINED) this.model.joins(name, INVITERS[0]);
  }

  /** Does what the step says; then everything follows from it that follows within a few minutes. */
  takes(step: Step): void {
    const { shop } = this;
    // No step falls into two months.
    if (monthOf(shop) !== monthOf(shop, 2 * HOUR)) shop.sleeps(2 * HOUR);
    this.does(step);
    if (step.dies && !isMessage(step)) this.dying(step.dies, () => void shop.triggerRuns());
    minutesPass(shop, 5);
    for (const [key, owed] of this.model.rewards) {
      const { State = '', Coupon = '' } = this.rowOf(key);
      // When a coupon is there, or the owner has said it: that is not the model's business.
      if (owed.is === 'open' && State === 'given' && Coupon) owed.is = 'given';
    }
  }

  /** The row of a reward that the model knows. */
  rowOf(key: string): Record<string, string> {
    return ledger(this.shop)[this.inSheet(key)] ?? {};
  }

  /** A key of the model, as the sheet has it: with numbers in place of names. */
  inSheet(key: string): string {
    return key.replace(/[A-Z]\w+/, (name) => this.phoneOf(name));
  }

  phoneOf(name: string): string {
    return name === 'a stranger' ? STRANGER : (this.shop.known(name).phone ?? '');
  }

  private does(step: Step): void {
    const { shop, model } = this;
    const sheet = shop.script.spreadsheet;
    switch (step.do) {
      case 'join':
        this.delivered(step.dies, () => void shop.taps(shop.known(step.who), shop.known(step.by)));
        model.joins(step.who, step.by);
        break;
      case 'sell':
        this.sells(step.way, step.sold);
        break;
      case 'staff sell':
        this.staffSells(step.sold, step.twice, step.dies);
        break;
      case 'correct':
        this.corrects(step.nth, step.amount);
        break;
      case 'say yes':
        if (!shop.has(shop.known(step.who))) return;
        ownerTypes(shop, 'Clients', { Phone: this.phoneOf(step.who) }, 'Counts', 'yes');
        model.saidYes(step.who);
        break;
      case 'judge':
        this.judges(step.nth, step.state);
        break;
      case 'promise':
        Object.assign(model.terms, step.set);
        shop.set(settingsOf(model.terms));
        break;
      case 'wait days for':
        shop.set({ 'Wait, days': String(step.days) });
        break;
      case 'add codes':
        this.addsCodes(step.codes, step.again);
        break;
      case 'write':
        this.writes(step.who, step.text, step.dies);
        break;
      case 'repeat': {
        const body = shop.bodies[shop.bodies.length - 1 - step.back];
        if (body) this.delivered(step.dies, () => void shop.post(body));
        break;
      }
      case 'forget':
        shop.script.cache.forget();
        break;
      case 'wait':
        if (step.minutes > 60) shop.sleeps((step.minutes - 10) * MINUTE);
        shop.wait(Math.min(step.minutes, 12) * MINUTE);
        break;
      case 'sort':
        sheet.sort(step.tab, step.column);
        break;
      case 'move':
        sheet.moveColumn(step.tab, step.from, step.to);
    }
  }

  private sells(way: string, sold: Sold[]): void {
    const sheet = this.shop.script.spreadsheet;
    const rows = sold.map((one) => ({
      Phone: this.phoneOf(one.who),
      Amount: one.amount,
      What: this.expect(one),
    }));
    if (way === 'by an app') {
      addPurchases(this.shop, rows);
      return;
    }
    const top = this.shop.rows('Purchases').length + 2;
    for (const heading of ['What', 'Amount', 'Phone'] as const) {
      const column = sheet.columnOf('Purchases', heading);
      if (way === 'pasted')
        sheet.paste(
          'Purchases',
          top,
          column,
          rows.map((row) => [row[heading]]),
        );
      else rows.forEach((row, n) => void sheet.type('Purchases', top + n, heading, row[heading]));
    }
  }

  private staffSells(sold: Sold, twice: boolean, dies: Death | null): void {
    // Whoever writes no readable amount has written what was bought.
    if (!/^\d+$/.test(sold.amount)) return;
    const { shop } = this;
    const what = this.expect(sold);
    shop.whatsapp.delivery.times = twice ? 2 : 1;
    const text = `bought +${this.phoneOf(sold.who)} ${sold.amount} ${what}`;
    this.delivered(dies, () => void shop.writes(shop.known('Sam'), text));
    shop.whatsapp.delivery.times = 1;
  }

  /** Notes how a purchase must be answered; gives what was bought, a name for it. */
  private expect(sold: Sold, what = `item${this.buyers.size + 1}`): string {
    const who = sold.who === 'a stranger' ? null : sold.who;
    this.buyers.set(what, sold);
    this.answers.set(what, this.model.buys(who, sold.amount));
    return what;
  }

  private corrects(nth: number, amount: string): void {
    const whats = [...this.answers.keys()];
    const what = whats[nth % whats.length];
    const sold = what && this.buyers.get(what);
    if (!sold) return;
    ownerTypes(this.shop, 'Purchases', { What: what }, 'Amount', amount);
    const isCounted = /^(counts for|taken back)/.test(this.answers.get(what) ?? '');
    if (!isCounted) this.expect({ ...sold, amount }, what);
  }

  private judges(nth: number, state: string): void {
    const keys = [...this.model.rewards.keys()];
    const key = keys[keys.length - 1 - (nth % keys.length)];
    const owed = key && this.model.rewards.get(key);
    if (!owed) return;
    const why = state === 'refused' ? '“Not this time.”' : undefined;
    const before = this.rowOf(key).State;
    ownerSets(this.shop, this.inSheet(key), state, why);
    if (before === 'given' || before === state || state === 'gone') {
      if (why) owed.takenBack = false;
      return;
    }
    this.judged.add(key);
    const is = { given: 'given', refused: 'refused', expired: 'expired' }[state];
    owed.is = (is as typeof owed.is) ?? 'open';
    owed.takenBack &&=
      state !== 'refused' && this.rowOf(key).Why?.startsWith('taken back') === true;
  }

  private addsCodes(count: number, again: boolean): void {
    const fresh = Array.from({ length: count }, () => `CODE-${++this.codes}`);
    const { spreadsheet } = this.shop.script;
    const column = spreadsheet.columnOf('Coupons', 'Code');
    const top = spreadsheet.rows('Coupons').length + 1;
    const all = [...fresh, ...(again ? fresh.slice(0, 1) : [])];
    spreadsheet.paste(
      'Coupons',
      top,
      column,
      all.map((code) => [code]),
    );
  }

  private writes(name: string, text: string, dies: Death | null): void {
    const { shop } = this;
    const person = shop.known(name);
    // Nobody comes in any other way than by an invitation.
    if (!shop.has(person)) return;
    if (text === 'Stop') this.everStopped.add(name);
    this.delivered(dies, () => void shop.writes(person, text));
  }

  /** A message arrives; where what handles it dies, it comes again. */
  private delivered(dies: Death | null, act: () => void): void {
    const { shop } = this;
    const posted = shop.bodies.length;
    const died = this.dying(dies, act);
    const body = shop.bodies[posted];
    if (died && body) shop.post(body);
    shop.whatsapp.pump();
  }

  private dying(dies: Death | null, act: () => void): boolean {
    const { script } = this.shop;
    const before = script.executions.length;
    if (dies) script.faults.dieAt = dies;
    act();
    delete script.faults.dieAt;
    return script.executions.slice(before).some(({ died }) => died);
  }
}

function isMessage({ do: what }: Step): boolean {
  return ['join', 'staff sell', 'write', 'repeat'].includes(what);
}

function settingsOf(terms: Promised) {
  const { countsWhen, friendGets, inviterGets, smallest, aMonth, inAll, paused } = terms;
  return {
    'A referral counts when': countsWhen,
    'Friend gets': friendGets ? '10 % off' : '',
    'Inviter gets': inviterGets ? 'coupon' : '',
    'Smallest purchase': smallest ? String(smallest) : '',
    'At most a month': String(aMonth ?? ''),
    'At most in all': String(inAll ?? ''),
    Paused: paused ? 'yes' : 'no',
  };
}

function monthOf({ script }: Business, later = 0): string {
  return new Date(script.clock.now + later).toISOString().slice(0, 7);
}
