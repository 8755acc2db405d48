/** The fifth step: one real message comes in, once, and its answer arrives. Nothing else proves that it works. */
import type { Arrivals, Proofs } from '../../wire';
import { settingsOf } from '../shared/client';
import { fill, h } from '../shared/dom';
import { findingLine } from '../shared/finding-line';
import type { Finding } from '../shared/findings';
import { server } from '../shared/server';
import { button, failure } from '../shared/states';
import { pause } from '../shared/trigger';
import { arrivalFindings, nothingCame, TITLES } from './arrival-findings';
import type { Dialog } from './dialog';
import { later, type Step, step } from './step';

const EVERY_MS = 4000;
const LONGEST_MS = 15 * 60 * 1000;
const PATIENCE_MS = 2 * 60 * 1000;

export class ArrivalStep {
  readonly step: Step = step(5, 'Let one real message come in');
  private readonly list = h('ul.findings');
  private readonly help = h('div');
  private open = false;
  private begun = false;
  private watching = false;
  /** What this window has seen itself. */
  private seen: [title: string, finding: Finding | null][] | null = null;

  constructor(private readonly dialog: Dialog) {}

  /** Shows the step as it stands; the first time that its turn has come, the watching starts. */
  draw(open: boolean): void {
    this.open = open;
    if (!open) {
      this.step.show('later', later());
      return;
    }
    const { proofs, progress } = this.dialog.state;
    this.step.show(standingOf(proofs), this.words(), this.list, this.help, this.buttons());
    if (progress.registered && !proofs.message && !this.begun) void this.watch();
    else if (!this.watching) this.showFindings(this.seen ?? known(proofs));
  }

  private words(): HTMLElement {
    const number = settingsOf(this.dialog.state).businessNumber;
    return h(
      'p',
      {},
      `Write anything, for example “Link”, to +${number} from your own phone. Only this proves that WhatsApp reaches your sheet; a test that the sheet sends does not.`,
    );
  }

  private buttons(): HTMLElement {
    const number = settingsOf(this.dialog.state).businessNumber;
    const href = `https://wa.me/${number}?text=Link`;
    return h(
      'div.buttons',
      {},
      button('Watch for it', () => void this.watch(), { focus: 'watch' }),
      h('a.button', { href, target: '_blank', rel: 'noopener' }, 'Open WhatsApp'),
    );
  }

  private async watch(): Promise<void> {
    if (this.watching) return;
    this.begun = true;
    this.watching = true;
    try {
      let came = await server.watchArrivals();
      const since = came.now;
      this.show(came, 0);
      while (!isOver(came) && came.now - since < LONGEST_MS) {
        await pause(EVERY_MS);
        came = await server.arrivals();
        this.show(came, came.now - since);
      }
      const { proofs } = await server.state();
      this.dialog.state = { ...this.dialog.state, proofs };
    } catch (error) {
      fill(this.help, failure(error));
    } finally {
      this.watching = false;
    }
    this.draw(this.open);
  }

  private show(came: Arrivals, waitedMs: number): void {
    const findings = arrivalFindings(came);
    if (came.newest) this.seen = findings;
    this.showFindings(findings);
    const late = !came.newest && waitedMs > PATIENCE_MS;
    fill(this.help, ...(late ? nothingCame(this.dialog) : []));
    this.step.stands(worst(findings));
  }

  private showFindings(findings: [title: string, finding: Finding | null][]): void {
    fill(
      this.list,
      ...findings.map(([title, finding]) =>
        h(
          'li',
          { class: finding?.result ?? (this.watching ? 'running' : 'waiting') },
          ...findingLine(title, finding, 'h3'),
        ),
      ),
    );
  }
}

/** Nothing more can be learnt of the newest message. */
function isOver({ newest }: Arrivals): boolean {
  return !!newest && newest.settled && (newest.delivered || newest.overdue);
}

function worst(findings: [string, Finding | null][]): 'open' | 'done' | 'warn' | 'fail' {
  const results = findings.map(([, finding]) => finding?.result);
  if (results.includes('fail')) return 'fail';
  if (results.includes('warn')) return 'warn';
  return results.every((result) => result === 'pass') ? 'done' : 'open';
}

function standingOf({ message, once, answer }: Proofs): 'open' | 'done' | 'warn' | 'fail' {
  const results = [message, once, answer].map((proof) => proof?.result);
  if (results.includes('fail')) return 'fail';
  if (results.includes('warn')) return 'warn';
  return message ? 'done' : 'open';
}

/** What was found before this window was opened. */
function known({ message, once, answer }: Proofs): [string, Finding | null][] {
  return TITLES.map((title, index) => [title, [message, once, answer][index] ?? null]);
}
