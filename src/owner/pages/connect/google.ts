/** The first step: whether strangers reach the web app, and whether it and the trigger see the sheet. It starts by itself. */
import type { Sight, State, WebAppLook } from '../../wire';
import { fill, h } from '../shared/dom';
import { findingLine } from '../shared/finding-line';
import { addressFinding, type Finding, handshakeFinding, sheetFinding } from '../shared/findings';
import { DEPLOYMENT } from '../shared/pictures/deployment';
import { shown } from '../shared/pictures/drawing';
import { server } from '../shared/server';
import { button, failure, status } from '../shared/states';
import { askedTrigger } from '../shared/trigger';
import type { Dialog } from './dialog';
import { type Step, step } from './step';

const BLOCKED =
  'If Google says “This app is blocked” to somebody: this also happens to private accounts. It may help to use another Google account, to switch off Advanced Protection for the account, or to give the script a Google Cloud project of one’s own (docs/going-live.md tells how).';

/** The step, and the looking that goes on in it. */
export class GoogleStep {
  readonly step: Step = step(1, 'What Google allows');
  private look: WebAppLook | null = null;
  private trigger: Sight | null | 'waiting' = 'waiting';
  private readonly list = h('ul.findings');
  private readonly said = status();
  private readonly address = this.anotherAddress();
  /** Which round of looking is the newest: an older one that comes back late says nothing. */
  private round = 0;

  constructor(private readonly dialog: Dialog) {
    const again = button('Look again', () => void this.start(), { class: 'link' });
    this.step.show('open', this.list, this.said.element, again, this.address);
  }

  /** Looks from the beginning. */
  async start(): Promise<void> {
    const round = ++this.round;
    const goOn = () => round === this.round;
    this.look = null;
    this.trigger = 'waiting';
    this.draw();
    try {
      await Promise.all([this.lookAtWebApp(goOn), this.lookFromTrigger(goOn)]);
    } catch (error) {
      if (!goOn()) return;
      const again = () => void this.start();
      fill(this.list, failure(error, again));
    }
  }

  private async lookAtWebApp(goOn: () => boolean): Promise<void> {
    const look = await server.lookAtWebApp();
    const { address, addressProblem, proofs } = await server.state();
    if (!goOn()) return;
    this.look = look;
    this.draw();
    const { dialog } = this;
    const changed = dialog.state.address !== address || proofs.address?.result === 'fail';
    // The owner may be typing, and may have stored something since.
    dialog.state = { ...dialog.state, address, addressProblem, proofs };
    if (changed) dialog.addressChanged();
  }

  private async lookFromTrigger(goOn: () => boolean): Promise<void> {
    const trigger = await askedTrigger(goOn);
    if (!goOn()) return;
    this.trigger = trigger;
    this.draw();
  }

  private draw(): void {
    const { look } = this;
    const approved: Finding = {
      result: 'pass',
      found: 'Yes: this page could not be open otherwise.',
    };
    const address = look && addressFinding(look);
    const sheet = this.sheet();
    const handshake = look && handshakeFinding(look);
    const all: [title: string, finding: Finding | null][] = [
      ['You have allowed the script to work', approved],
      ['Strangers reach the web app', address],
      ['Web app and trigger see the sheet', sheet],
      ['The web app answers the handshake', handshake],
    ];
    fill(
      this.list,
      ...all.map(([title, finding]) =>
        h('li', { class: finding?.result ?? 'running' }, ...findingLine(title, finding, 'h3')),
      ),
    );
    if (address?.result === 'fail') this.address.open = true;
    this.said.say(this.waitsFor(), 'busy');
    this.step.stands(standingOf([address, sheet, handshake]));
  }

  private sheet(): Finding | null {
    if (!this.look || this.trigger === 'waiting') return null;
    return sheetFinding(this.look.sight, this.trigger);
  }

  private waitsFor(): string {
    if (!this.look) return 'Asking the web app as a stranger would…';
    if (this.trigger !== 'waiting') return '';
    const sees = this.look.sight?.cell ? 'The web app sees the sheet. ' : '';
    return `${sees}The one-minute trigger looks with its next run: up to two minutes. Go on meanwhile.`;
  }

  /** Google tells a script's own address not always, and sometimes a wrong one. */
  private anotherAddress(): HTMLDetailsElement {
    const field = h('input', {
      id: 'address',
      type: 'url',
      'data-focus': 'address',
      placeholder: 'https://script.google.com/macros/s/…/exec',
    });
    const said = status();
    const use = async () => {
      const state = await said.during('Asking it…', server.useAddress(field.value));
      if (!state) return field.focus();
      this.dialog.state = state;
      this.dialog.addressChanged();
      await this.start();
    };
    return h(
      'details',
      {},
      h('summary', {}, 'Use another address'),
      h('label', { for: 'address' }, 'The web app’s address'),
      h('div.with-button', {}, field, button('Use this address', use)),
      h(
        'p.help',
        {},
        'Extensions → Apps Script → Deploy → Manage deployments → Web app → URL. It ends in /exec.',
      ),
      said.element,
      h(
        'p.help',
        {},
        'None is there, as in a copy of a sheet, or it stays closed? Make a new deployment, and use its address here.',
      ),
      shown(DEPLOYMENT),
      h('p.help', {}, BLOCKED),
    );
  }
}

function standingOf(findings: (Finding | null)[]): 'done' | 'open' | 'warn' | 'fail' {
  const is = (result: Finding['result']) => findings.some((one) => one?.result === result);
  if (is('fail')) return 'fail';
  if (is('warn')) return 'warn';
  return findings.every((one) => one?.result === 'pass') ? 'done' : 'open';
}

/** Whether an address is there that a provider can be given. */
export function hasAddress({ address, addressProblem }: State): boolean {
  return address !== '' && addressProblem === '';
}
