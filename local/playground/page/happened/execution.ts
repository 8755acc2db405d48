/** One execution: what it was about, what it asked of Google, what it sent. */
import type { Happening, Sent, View } from '../../view';
import { h } from '../dom';
import { clockTime, count, duration } from '../format';

/** The line that is always seen. */
export function head(view: View, one: Happening): HTMLElement {
  const calls = Object.values(one.calls).reduce((sum, n) => sum + n, 0);
  return h(
    'summary',
    {},
    h('time', {}, clockTime(one.at, view.timeZone)),
    h('span.about', { title: one.about }, one.about),
    one.error !== undefined && h('span.badge.bad', {}, 'failed'),
    sentBadge(one),
    h(
      'span.cost',
      { title: `${one.function}: ${count(calls, 'service call')}` },
      `${count(calls, 'call')} · ${duration(one.modelledMs)}`,
    ),
  );
}

function sentBadge({ sent }: Happening): HTMLElement | false {
  const refused = sent.filter(isRefused).length;
  if (refused > 0) return h('span.badge.bad', {}, `not sent ${refused}`);
  return sent.length > 0 && h('span.badge', {}, `sent ${sent.length}`);
}

function isRefused({ status }: Sent): boolean {
  return status < 200 || status >= 300;
}

/** What opens below it. */
export function details(one: Happening): HTMLElement {
  return h(
    'div.inside',
    {},
    h(
      'p.function',
      {},
      h('code', {}, one.function),
      ` took ${duration(one.modelledMs)} by the cost model.`,
    ),
    one.error !== undefined && h('p.error', {}, one.error),
    Object.keys(one.calls).length > 0 && callTable(one),
    one.sent.length > 0 && h('h4', {}, 'Sent'),
    ...one.sent.map(sent),
    one.log.length > 0 && h('h4', {}, 'Log'),
    one.log.length > 0 && h('pre', {}, one.log.join('\n')),
  );
}

function callTable({ calls, trace }: Happening): HTMLElement {
  const most = Math.max(...Object.values(calls));
  return h(
    'ul.calls',
    {},
    ...Object.entries(calls).map(([kind, n]) => {
      const what = trace.filter((call) => call.kind === kind).map((call) => call.what);
      return h(
        'li',
        {},
        h('span.kind', {}, kind),
        h('span.bar', { 'aria-hidden': 'true', style: `--part: ${n / most}` }),
        h('span.count', {}, String(n)),
        h('span.what', { title: what.join('\n') }, what.join(' · ')),
      );
    }),
  );
}

function sent(one: Sent): HTMLElement {
  const bad = isRefused(one);
  return h(
    'details.sent',
    {},
    h(
      'summary',
      {},
      h('span.what', {}, one.what),
      one.to !== '' && h('span.to', {}, `to ${one.to}`),
      h(
        `span.badge${bad ? '.bad' : '.good'}` as 'span',
        {},
        one.status ? String(one.status) : 'no answer',
      ),
    ),
    h('p.address', {}, `${one.method} ${one.url}`),
    h('pre', {}, indented(one.body)),
    h('p.address', {}, 'Answer'),
    h('pre', {}, indented(one.answer)),
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
