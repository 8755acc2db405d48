/** What happened: every execution with what it was about and what it sent, bounded in length. */
import type { Execution, Kind } from '../apps-script';
import { withoutGreenToken } from '../whatsapp/green/green';
import type { OutboundRecord } from '../whatsapp/standin';
import { withoutBotToken } from '../whatsapp/telegram/telegram';
import { describeRequest } from './describe';
import type { Happening, Sent } from './view';

const MOST = 500;
/** Quiet ones go first: a day of one-minute triggers must not push everything else out. */
const MOST_QUIET = 150;

/** What somebody else can see. */
const EFFECTS: Kind[] = ['spreadsheet.write', 'fetch', 'mail', 'ui'];

const LOOKS = new Set(['spreadsheet.read', 'spreadsheet.search', 'ui']);

export class History {
  constructor(readonly happenings: Happening[] = []) {}

  /**
   * Takes over executions that have ended.
   *
   * @param ended each with what started it
   * @param sent the requests that went out meanwhile
   */
  add(ended: readonly [Execution, string][], sent: readonly OutboundRecord[]): void {
    const added = ended.map(([one, about]) => happening(one, about));
    for (const record of sent) senderOf(added, record)?.sent.push(sentOf(record));
    for (const one of added) one.quiet = isQuiet(one);
    this.happenings.push(...added);
    this.trim();
  }

  /** Whether an execution after that one did more than look at the sheet. */
  wrote(afterId: number): boolean {
    return this.happenings.some(
      ({ id, calls }) => id > afterId && Object.keys(calls).some((kind) => !LOOKS.has(kind)),
    );
  }

  /** Whether an execution after that one wrote into the sheet, sent something, or showed something. */
  hasEffect(afterId: number): boolean {
    return this.happenings.some(
      ({ id, calls }) => id > afterId && EFFECTS.some((kind) => calls[kind]),
    );
  }

  private trim(): void {
    const quiet = this.happenings.filter((one) => one.quiet);
    const tooMany = new Set(quiet.slice(0, Math.max(0, quiet.length - MOST_QUIET)));
    const kept = this.happenings.filter((one) => !tooMany.has(one)).slice(-MOST);
    this.happenings.splice(0, this.happenings.length, ...kept);
  }
}

function happening(one: Execution, about: string): Happening {
  const { id, at, calls, trace, modelledMs, log, error } = one;
  return {
    id,
    at,
    function: one.function,
    about: one.as === 'trigger' || one.as === 'simple' ? one.function : about,
    quiet: false,
    calls,
    modelledMs,
    trace: trace.map(({ n, kind, what }) => ({
      n,
      kind,
      what: withoutBotToken(withoutGreenToken(what)),
    })),
    log,
    ...(error === undefined ? {} : { error }),
    sent: [],
  };
}

/** Executions do not overlap: the request was made by the last that had begun and that fetches. */
function senderOf(all: readonly Happening[], { at }: OutboundRecord): Happening | undefined {
  const fetching = all.filter((one) => one.calls.fetch);
  return fetching.filter((one) => one.at <= at).at(-1) ?? fetching.at(-1);
}

function sentOf(record: OutboundRecord): Sent {
  const { method, url, status, body, answer } = record;
  return { ...describeRequest(record), method, url, status, body, answer };
}

function isQuiet(one: Happening): boolean {
  if (one.error !== undefined || one.sent.length > 0) return false;
  const routine = one.about === one.function || /^(Report|Page):/.test(one.about);
  return routine && !one.calls['spreadsheet.write'];
}
