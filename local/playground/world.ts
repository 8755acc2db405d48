/** The script and the provider tied together, and a history of what runs between them. */
import {
  compute,
  type Execution,
  LocalAppsScript,
  type OutsideAnswer,
  type OutsideRequest,
  type SavedState,
} from '../apps-script';
import type { ProviderName, StandIn } from '../whatsapp/connection';
import type { OutboundRecord } from '../whatsapp/standin';
import type { Posting } from '../whatsapp/webhook-queue';
import { describeWebhook } from './describe';
import { History } from './history';
import { type SavedStandIn, type Surroundings, standInBehind, standInOf } from './provider';
import type { Happening } from './view';

/** What the next request of the script gets instead of the provider's answer. `lost`: it is served, and the answer never arrives. */
export type NextAnswer = 'lost' | OutsideAnswer;

/** What of a world survives a restart. */
export interface SavedWorld {
  script: SavedState;
  connected?: ProviderName;
  provider: SavedStandIn;
  /** The other providers that were connected before, as they were then. */
  parked?: Parked;
  happenings: Happening[];
}

type Parked = Partial<Record<ProviderName, SavedStandIn>>;

/** What the script calls its own address. Its webhooks come in here, and strangers at `/exec` of the playground. */
const WEB_APP = 'https://script.google.com/macros/s/local-playground/exec';

const MINUTE = 60_000;

/** After so many runs of the trigger that had no effect, nine minutes of ten are skipped: nobody waits long for a day. */
const QUIET_RUNS = 15;
const SKIPPED = 10 * MINUTE;

export class World {
  readonly script: LocalAppsScript;
  /** The provider that the phones are connected to the script by. */
  provider: StandIn;
  readonly history: History;
  /** What the script's next requests get, in turn, instead of the provider's answer. */
  nextAnswers: NextAnswer[] = [];
  /** The newest execution that the history knows. */
  lastId: number;
  /** Executions that are not noted yet, with what they are about: one may stand at a question to the owner. */
  private readonly underWay = new Map<Execution, string>();
  private readonly parked: Parked;
  private readonly around: Surroundings = {
    now: () => this.script.clock.now,
    deliver: (posting) => this.deliver(posting),
    fetchUrl: (url) => this.handshake(url),
  };

  /**
   * @param folder the built script's
   * @param origin where the playground answers, such as `http://localhost:8080`
   */
  constructor(
    folder: string,
    private readonly origin: string,
    saved?: SavedWorld,
  ) {
    this.script = new LocalAppsScript({
      folder,
      reusesContexts: true,
      outside: (request) => this.outside(request),
      webAppUrl: this.webAppUrl,
      formulas: compute,
      now: Date.now(),
      ...(saved ? { state: saved.script } : {}),
    });
    this.parked = saved?.parked ?? {};
    this.provider = standInOf(saved?.connected ?? 'meta', this.around, saved?.provider);
    this.history = new History(saved?.happenings);
    this.lastId = Math.max(0, ...this.history.happenings.map(({ id }) => id));
  }

  /** The web app's address as the script knows it. */
  readonly webAppUrl = WEB_APP;

  /** Where anybody on this machine reaches the web app, the key included. */
  get webhookUrl(): string {
    const key = this.script.properties.script.get('webhookKey') ?? '';
    return `${this.origin}/exec?key=${encodeURIComponent(key)}`;
  }

  /** What the script sent, over whichever provider, oldest first. */
  get outbound(): OutboundRecord[] {
    const before = Object.values(this.parked).flatMap(({ outbound }) => outbound);
    return [...before, ...this.provider.outbound].sort((a, b) => a.at - b.at);
  }

  /** Puts another provider between the phones and the script: the phones stay, the wire does not. */
  switchTo(name: ProviderName): void {
    if (name === this.provider.name) return;
    const saved = this.provider.save();
    this.parked[this.provider.name] = saved;
    this.provider = standInBehind(saved, name, this.around, this.parked[name]);
    delete this.parked[name];
  }

  save(script: SavedState): SavedWorld {
    return {
      script,
      connected: this.provider.name,
      provider: this.provider.save(),
      parked: this.parked,
      happenings: this.history.happenings,
    };
  }

  /**
   * Does something that may run the script, lets the provider deliver what came of it, and notes
   * both in the history.
   *
   * @param about what it is, for the history
   */
  act<Result>(about: string, action: () => Result): Result {
    try {
      return this.noted(about, action);
    } finally {
      this.noted('Deliveries', () => this.provider.pump());
    }
  }

  /**
   * Moves the clock; triggers and redeliveries that fall due run on the way, each at its time. Where the trigger has had
   * nothing to do for a while it runs every ten minutes only, until there is something again.
   */
  advance(ms: number): void {
    const { clock } = this.script;
    const end = clock.now + ms;
    let quiet = 0;
    do {
      const due = this.provider.nextDueAt() ?? end;
      const skips = quiet >= QUIET_RUNS;
      const farthest = clock.now + (skips ? SKIPPED : MINUTE);
      const next = Math.min(end, farthest, due > clock.now ? due : end);
      const before = this.lastId;
      this.act('Trigger', () => {
        if (skips) clock.now = next;
        this.script.advance(next - clock.now);
      });
      quiet = this.history.hasEffect(before) ? 0 : quiet + 1;
    } while (clock.now < end);
  }

  /** Runs something and takes the executions and requests that came of it into the history. */
  private noted<Result>(about: string, action: () => Result): Result {
    const sent = this.provider.outbound.length;
    try {
      return action();
    } finally {
      const begun = this.script.executions.filter(({ id }) => id > this.lastId);
      this.lastId = Math.max(this.lastId, ...begun.map(({ id }) => id));
      for (const one of begun) this.underWay.set(one, about);
      this.note(this.provider.outbound.slice(sent));
    }
  }

  /** Takes what has ended into the history. */
  private note(sent: readonly OutboundRecord[]): void {
    const ended = [...this.underWay].filter(([one]) => !one.waiting);
    for (const [one] of ended) this.underWay.delete(one);
    if (ended.length > 0) this.history.add(ended, sent);
  }

  /** The internet, as far as the script can reach it. */
  private outside(request: OutsideRequest): OutsideAnswer {
    if (!this.provider.handles(request.url)) return { fault: 'dns' };
    const next = this.nextAnswers.shift();
    if (next !== undefined && next !== 'lost') return next;
    const answer = this.provider.answer(request);
    return next === 'lost' ? { fault: 'timeout' } : answer;
  }

  /** Meta's look at a callback; it follows Google's redirect. */
  private handshake(url: string): { status: number; body: string } {
    const answer = this.noted('Handshake', () => this.script.get(queryOf(url)));
    const echo = this.script.echo(answer.headers.location ?? '');
    return echo === undefined ? answer : { status: 200, body: echo };
  }

  private deliver({ body, contentType, url = this.webhookUrl }: Posting): { status: number } {
    const post = { queryString: queryOf(url), contentType, body };
    return this.noted(describeWebhook(body), () => this.script.post(post));
  }
}

function queryOf(url: string): string {
  return new URL(url).search.slice(1);
}
