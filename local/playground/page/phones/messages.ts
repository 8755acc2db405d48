/** The messages of the open chat, oldest first, kept at their end. */
import type { Bubble, View } from '../../view';
import { type App, BUSINESS } from '../app';
import { h } from '../dom';
import { dayName } from '../format';
import { bubble, personalBubble } from './bubble';

export function messages(app: App): HTMLElement {
  const log = h('div.messages', { role: 'log', 'aria-label': 'Messages', tabindex: 0 });
  let drawn = '';
  const nodes = new Map<string, { text: string; node: HTMLElement }>();
  app.add((view) => {
    const { person, chat } = app.hand;
    const lines = chat === BUSINESS ? withBusiness(app, view) : withFriend(app, view);
    const place = `${person}>${chat}`;
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    const before = nodes.size;
    if (place !== drawn) nodes.clear();
    const shown = lines.map((line) => reuse(nodes, line));
    if (!sameNodes(log, shown)) log.replaceChildren(...shown);
    if (place !== drawn || wasAtEnd || nodes.size > before) log.scrollTop = log.scrollHeight;
    drawn = place;
  });
  return log;
}

interface Line {
  id: string;
  /** Everything that the line shows: it is drawn anew when this changes. */
  text: string;
  draw: () => HTMLElement;
}

function withBusiness(app: App, view: View): Line[] {
  const { person } = app.hand;
  const chat = view.chats[person] ?? [];
  if (chat.length === 0) return [empty(`Nothing written yet. Say hello to ${view.business.name}.`)];
  return withDays(chat, view, (one: Bubble) => bubble(app, one));
}

function withFriend(app: App, view: View): Line[] {
  const { person, chat } = app.hand;
  const between = view.personal.filter(
    ({ from, to }) => (from === person && to === chat) || (from === chat && to === person),
  );
  if (between.length === 0) return [empty(`Nothing written to ${app.personName(chat)} yet.`)];
  return withDays(between, view, (one) => personalBubble(app, one));
}

function withDays<One extends { id: string | number; at: number }>(
  all: readonly One[],
  view: View,
  draw: (one: One) => HTMLElement,
): Line[] {
  const lines: Line[] = [];
  let day = '';
  for (const one of all) {
    const name = dayName(one.at, view.timeZone);
    if (name !== day) {
      lines.push({ id: `day ${name}`, text: name, draw: () => h('div.day', {}, name) });
    }
    day = name;
    lines.push({ id: String(one.id), text: JSON.stringify(one), draw: () => draw(one) });
  }
  return lines;
}

function empty(text: string): Line {
  return { id: 'empty', text, draw: () => h('div.nothing', {}, text) };
}

function reuse(nodes: Map<string, { text: string; node: HTMLElement }>, line: Line): HTMLElement {
  const known = nodes.get(line.id);
  if (known?.text === line.text) return known.node;
  const node = line.draw();
  nodes.set(line.id, { text: line.text, node });
  return node;
}

function sameNodes(parent: Element, wanted: Element[]): boolean {
  const there = parent.children;
  return there.length === wanted.length && wanted.every((node, index) => there[index] === node);
}
