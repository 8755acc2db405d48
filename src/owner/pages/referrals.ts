/** The sidebar: how the program does, who brings whom, and the client that is selected in the sheet. */
import { keyOf } from '../../program/people';
import type { Overview } from '../wire';
import { Base } from './referrals/base';
import { clientCard } from './referrals/card';
import { referralChart } from './referrals/chart';
import { noClients, noReferrals } from './referrals/empty';
import { foundList, inviterList, type ListView } from './referrals/lists';
import { Reader } from './referrals/reading';
import { SelectionWatch } from './referrals/selection';
import { dayFormat } from './referrals/weeks';
import { type RowClient, readWire } from './shared/client';
import { fill, h, page } from './shared/dom';
import { server } from './shared/server';
import { failure, progress, skeleton, status } from './shared/states';

/** While pages arrive, the screen is drawn anew at most so often. */
const REDRAW_MS = 250;

class Sidebar implements ListView {
  readonly shown = new Map<string, number>();
  readonly open = new Set<string>();
  readonly day: (at: number) => string;
  private readonly base = new Base();
  private readonly reader: Reader;
  private readonly watch = new SelectionWatch((client) => this.showCard(readWire(client)));
  private readonly top = h('div.top');
  private readonly card = h('div');
  private readonly list = h('div', { 'aria-live': 'off' });
  private readonly going = progress('Reading…', () => this.reader.stop());
  private readonly footer = h('div.footer');
  private readonly search = h('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Name or number',
    oninput: () => this.redrawList(),
  });
  private client: RowClient | null = null;
  private said = status();
  private drawn = 0;
  private waiting = 0;

  constructor(private readonly overview: Overview) {
    this.day = dayFormat(overview.timeZone);
    this.base.add(overview.newest);
    const read = overview.newest.length;
    this.reader = new Reader(this.base, overview.rows, read, () => this.redrawSoon());
    fill(page(), ...this.parts());
    this.redraw();
    this.watch.start();
    void this.reader.start();
  }

  /** Nothing of this sidebar goes on. */
  end(): void {
    this.watch.stop();
    this.reader.stop();
  }

  redraw(): void {
    this.drawn = Date.now();
    fill(this.top, ...this.summary());
    this.drawCard();
    this.redrawList();
    this.drawFooter();
  }

  /** Selects a client's row in the sheet and shows them. */
  async choose(client: RowClient): Promise<void> {
    this.showCard(client);
    try {
      const { client: now } = await server.showClient(client.row, keyOf(client));
      if (now) this.showCard(readWire(now));
    } catch (error) {
      fill(this.card, failure(error));
    }
  }

  private parts(): HTMLElement[] {
    const { problems } = this.overview;
    const banner = h(
      'button.banner',
      { type: 'button', onclick: () => void server.showProblems() },
      problems === 1 ? 'There is a problem. Show it' : `There are ${problems} problems. Show them`,
    );
    return [
      ...(problems ? [banner] : []),
      this.top,
      this.card,
      h('label', { for: 'search' }, 'Search'),
      this.search,
      this.list,
      this.footer,
    ];
  }

  private summary(): HTMLElement[] {
    const { now, timeZone } = this.overview;
    const referrals = this.base.referrals();
    const whole = this.reader.reading.state === 'finished';
    const tile = (count: number, one: string, more: string) =>
      h(
        'p.tile',
        {},
        h('strong', {}, count.toLocaleString(), !whole && h('span', { title: 'so far' }, '+')),
        count === 1 ? one : more,
      );
    return [
      h(
        'div.tiles',
        {},
        tile(this.base.size, 'client', 'clients'),
        tile(referrals.length, 'referral', 'referrals'),
      ),
      referralChart(referrals, now, timeZone),
    ];
  }

  private showCard(client: RowClient): void {
    if (keyOf(client) !== (this.client && keyOf(this.client))) this.said = status();
    this.client = client;
    this.watch.shows(client.row);
    this.drawCard();
  }

  private drawCard(): void {
    const { client } = this;
    const close = () => {
      this.client = null;
      this.drawCard();
      this.search.focus();
    };
    fill(this.card, client && clientCard(client, this.base, this, this.said, close));
  }

  private redrawList(): void {
    const typed = this.search.value.trim();
    fill(this.list, ...(typed ? this.found(typed) : this.inviters()));
  }

  private found(typed: string): HTMLElement[] {
    const found = this.base.search(typed);
    const whole = this.reader.reading.state === 'finished';
    const none = whole ? 'Nobody has that name or number.' : 'Nobody found so far.';
    const words = found.length ? `${found.length.toLocaleString()} found` : none;
    return [h('p.secondary', { role: 'status' }, words), foundList(found, this)];
  }

  private inviters(): HTMLElement[] {
    const inviters = this.base.inviters();
    if (inviters.length) return [h('h2', {}, 'Inviters'), inviterList(inviters, this)];
    return [this.base.size ? noReferrals() : noClients()];
  }

  private drawFooter(): void {
    const { done, all, state, error } = this.reader.reading;
    const words = `${done.toLocaleString()} of ${all.toLocaleString()} rows`;
    const start = () => void this.reader.start();
    if (state === 'going') {
      this.going.set(done, all, `Reading: ${words}`);
      if (this.footer.firstChild !== this.going.element) fill(this.footer, this.going.element);
    } else if (state === 'failed') {
      fill(this.footer, failure(error, start));
    } else if (state === 'stopped') {
      const goOn = h('button.link', { type: 'button', onclick: start }, 'Read the rest');
      fill(this.footer, h('p.secondary', {}, `Read: the newest ${words}. `, goOn));
    } else {
      fill(this.footer, refreshButton());
    }
  }

  private redrawSoon(): void {
    clearTimeout(this.waiting);
    const pause = Math.max(this.drawn + REDRAW_MS - Date.now(), 0);
    this.waiting = window.setTimeout(() => this.redraw(), pause);
  }
}

function refreshButton(): HTMLElement {
  return h(
    'button.link',
    { type: 'button', onclick: () => void start(), 'data-focus': 'refresh' },
    'Refresh',
  );
}

let sidebar: Sidebar | undefined;

export async function start(): Promise<void> {
  sidebar?.end();
  fill(page(), skeleton(6));
  try {
    sidebar = new Sidebar(await server.overview());
  } catch (error) {
    fill(
      page(),
      failure(error, () => void start()),
    );
  }
  page().removeAttribute('aria-busy');
}
