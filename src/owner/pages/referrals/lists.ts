/** The lists of the sidebar: inviters with their invitees, and what a search found. Long ones grow on demand. */
import { keyOf } from '../../../program/people';
import { maskPhone } from '../../../program/phone';
import { nameOf, type RowClient } from '../shared/client';
import { h } from '../shared/dom';
import type { Inviter } from './base';
import { noticeState } from './notice-state';

/** So many lines are shown, and so many more with each press. */
export const STEP = 50;

/** What the lists need to know and to do. */
export interface ListView {
  day(at: number): string;
  /** How many lines of a list are shown, by the list's name. */
  shown: Map<string, number>;
  open: Set<string>;
  choose(client: RowClient): void;
  redraw(): void;
}

/** Inviters, those with the most referrals first. */
export function inviterList(inviters: Inviter[], view: ListView): HTMLElement {
  return growing('inviters', inviters, (inviter) => inviterLine(inviter, view), view);
}

/** Clients that a search found. */
export function foundList(found: RowClient[], view: ListView): HTMLElement {
  return growing('found', found, (client) => h('li', {}, personButton(client, view)), view);
}

/** Somebody's invitees with date and notice. */
export function inviteeList(inviter: string, invitees: RowClient[], view: ListView): HTMLElement {
  return growing(`of ${inviter}`, invitees, (client) => inviteeLine(client, view), view);
}

function inviterLine({ key, client, name, invitees }: Inviter, view: ListView): HTMLElement {
  const open = view.open.has(key);
  const toggle = () => {
    if (!view.open.delete(key)) view.open.add(key);
    view.redraw();
  };
  const phone = client?.phone ?? (/^\d+$/.test(key) ? key : '');
  return h(
    'li',
    {},
    h(
      'button.line',
      { type: 'button', 'aria-expanded': String(open), onclick: toggle, 'data-focus': `i ${key}` },
      h('span.arrow', { 'aria-hidden': 'true' }, '▸'),
      h(
        'span.who',
        {},
        h('span.name', {}, nameOf({ name, phone })),
        phone && h('span.secondary', {}, maskPhone(phone)),
      ),
      h(
        'span.count',
        {},
        invitees.length.toLocaleString(),
        h('span.hidden', {}, invitees.length === 1 ? ' referral' : ' referrals'),
      ),
    ),
    open &&
      h(
        'div.invitees',
        {},
        client && personButton(client, view, 'Show this inviter in the sheet'),
        inviteeList(key, invitees, view),
      ),
  );
}

function inviteeLine(client: RowClient, view: ListView): HTMLElement {
  const { text, kind } = noticeState(client.notice);
  return h(
    'li',
    {},
    personButton(client, view),
    h(
      'span.detail',
      {},
      client.joined !== null && view.day(client.joined),
      text && h('span', { class: `notice ${kind}` }, text),
    ),
  );
}

/** Somebody; a click selects their row in the sheet. */
export function personButton(client: RowClient, view: ListView, words?: string): HTMLElement {
  const phone = client.phone && maskPhone(client.phone);
  return h(
    'button.line.person',
    {
      type: 'button',
      title: 'Select this row in the sheet',
      onclick: () => view.choose(client),
      'data-focus': `p ${keyOf(client)} ${words ?? ''}`,
    },
    words ?? h('span.name', {}, nameOf(client)),
    !words && client.name && phone && h('span.secondary', {}, phone),
  );
}

function growing<T>(
  name: string,
  all: T[],
  line: (one: T) => HTMLElement,
  view: ListView,
): HTMLElement {
  const shown = view.shown.get(name) ?? STEP;
  const more = () => {
    view.shown.set(name, shown + STEP);
    view.redraw();
  };
  return h(
    'div',
    {},
    h('ul.list', {}, ...all.slice(0, shown).map(line)),
    all.length > shown &&
      h(
        'button.link',
        { type: 'button', onclick: more, 'data-focus': `more ${name}` },
        `Show ${Math.min(STEP, all.length - shown)} more of ${(all.length - shown).toLocaleString()}`,
      ),
  );
}
