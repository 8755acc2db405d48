/** What the commands do: one function each. */
import { isSourceCode } from './codes';
import type { Command } from './commands';
import { tellsInviters } from './discretion';
import type { Facts } from './facts';
import { buttonId } from './intent';
import { linkOf, needsCode, shareLinkOf } from './link';
import type { Body, Client, Limits } from './model';
import { nameForOthers } from './names';
import { deleteMe, myData } from './own-data';
import { clientFrom, shownName } from './people';
import { isPhone, maskPhone } from './phone';
import { isCounted } from './rewards/counts';
import { listOfRewards } from './rewards/telling';
import { hasRewards } from './rewards/terms';
import type { Settings } from './settings';
import { topInWords } from './top';
import { answer, answerText, type Turn } from './turn';
import { begins, clip, fill, listLine } from './wording';

type Rule = (turn: Turn) => void;

/** *Link*: a card that opens the client's own link, and a second one to pass it on; or the one that the owner wants. */
const link: Rule = (turn) => {
  const { facts, settings, decision } = turn;
  const client = facts.sender ?? join(turn);
  const code = client.code || facts.newCode;
  if (!client.code && needsCode(client, settings)) {
    decision.changes.push({ client, set: { code } });
  }
  const url = linkOf({ ...client, code }, settings);
  for (const card of linkCards(client, url, facts.limits, settings)) {
    answer(turn, card);
  }
};

/** A client's link as the owner wants it told: a card that opens it, one that passes it on, or both. */
export function linkCards(client: Client, url: string, limits: Limits, settings: Settings): Body[] {
  const { texts, linkAnswer } = settings;
  const own: Body = {
    kind: 'card',
    text: clip(fill(texts.link, { name: shownName(client, texts.nameless) }), limits.card),
    button: clip(texts.linkButton, limits.button),
    url,
  };
  const share: Body = {
    kind: 'card',
    text: clip(texts.share, limits.card),
    button: clip(texts.shareButton, limits.button),
    url: shareLinkOf(url, settings),
  };
  return { both: [own, share], 'own link': [own], share: [share] }[linkAnswer];
}

/** *My referrals*: how many and who, newest first; what does not fit is summed up. */
const referrals: Rule = (turn) => {
  const { facts, settings } = turn;
  answerText(turn, facts.referrals.count ? list(facts, settings) : settings.texts.noReferrals);
};

/** How many referrals a list names at most: more than that nobody reads on a phone. */
export const LISTED = 50;

function list(facts: Facts, { texts }: Settings): string {
  const { more, nameless, friendCounts } = texts;
  const { count, rows } = facts.referrals;
  const heading = fill(texts.referrals, { count });
  const lines = [heading];
  let length = heading.length;
  const rest = (shown: number) => fill(more, { more: count - shown });
  for (const client of rows.slice(0, LISTED)) {
    const phone = client.phone && maskPhone(client.phone);
    const name = nameForOthers(client.name) || (phone ? '' : nameless);
    const counts = isCounted(client.counts) && friendCounts;
    const line = listLine([name, phone, dayOf(client, facts), counts]);
    if (length + line.length + 2 + rest(0).length > facts.limits.text) break;
    lines.push(line);
    length += line.length + 1;
  }
  const shown = lines.length - 1;
  if (shown < count) lines.push(rest(shown));
  return lines.join('\n');
}

function dayOf(client: Client, facts: Facts): string {
  return client.joined === null ? '' : facts.clock.day(client.joined);
}

/** *Who invited me*. Where that is not told, all are answered alike, whether there is anybody or not. */
const inviter: Rule = (turn) => {
  const { settings } = turn;
  const { sender } = turn.facts;
  const { texts } = settings;
  const by = sender?.invitedBy ?? '';
  const phone = isPhone(by) ? by : '';
  const somebody = begins(texts.inviter, 'inviter', texts.nameless);
  const name = shownName({ name: sender?.inviterName ?? '', phone }, somebody);
  const told = by && !isSourceCode(by) ? fill(texts.inviter, { inviter: name }) : texts.noInviter;
  answerText(turn, tellsInviters(settings) ? told : texts.inviterKept);
};

/** *My rewards*: each with what it is for and its state, newest first. */
const rewards: Rule = (turn) => {
  const { facts, settings } = turn;
  answerText(turn, listOfRewards(facts.rewards, facts, settings));
};

/** *Top*: who brought the most friends this month. */
const top: Rule = (turn) => {
  const { facts, settings } = turn;
  answerText(turn, topInWords(facts.top, settings.texts));
};

/** *Stop*: no notices from now on. Whoever is not in the base is put there, so that it is remembered. */
const stop: Rule = (turn) => {
  const { message, facts, settings, decision } = turn;
  const client = facts.sender ?? join(turn);
  decision.changes.push({ client, set: { stopped: Math.max(client.stopped ?? 0, message.at) } });
  answerText(turn, settings.texts.stopped);
};

/** *Start*: takes *Stop* back, unless that was written later: messages may overtake each other. */
const start: Rule = (turn) => {
  const { message, settings, decision } = turn;
  const { sender } = turn.facts;
  if (sender && sender.stopped !== null) {
    if (message.at < sender.stopped) return;
    decision.changes.push({ client: sender, set: { stopped: null } });
  }
  answerText(turn, settings.texts.started);
};

/** The rule for each command. */
export const COMMANDS: Record<Command, Rule> = {
  link,
  referrals,
  top,
  inviter,
  rewards,
  stop,
  start,
  data: myData,
  delete: deleteMe,
};

/**
 * Anything else: what the bot can do. At most once an hour, and not while somebody of the business is in the chat: the
 * bot never chats over a person's conversation.
 */
export const help: Rule = (turn) => {
  const { facts, settings } = turn;
  const { helpFor } = settings;
  const isMeant = helpFor === 'everybody' || (helpFor === 'newcomers' && !facts.sender);
  if (!facts.helpedLately && !facts.personTalks && isMeant) offer(turn);
};

/** The chat was opened: whoever had stopped hears from us again, anybody else is told what the bot can do. */
export const hello: Rule = (turn) => {
  const { sender } = turn.facts;
  const rule = sender && sender.stopped !== null ? start : offer;
  rule(turn);
};

/** What the bot can do, with a button for each. */
const offer: Rule = (turn) => {
  const { message, facts, settings, decision } = turn;
  const { texts } = settings;
  const from = facts.sender ?? clientFrom(message.from, message.at, '');
  decision.helped = true;
  answer(turn, {
    kind: 'choices',
    text: clip(fill(texts.help, { name: shownName(from, texts.nameless) }), facts.limits.card),
    buttons: helpButtons(texts, thirdButton(settings)),
  });
};

/** One of the owner's own answers. */
export function ownAnswer(turn: Turn, index: number): void {
  const { message, facts, settings } = turn;
  const own = settings.answers[index];
  if (!own) return;
  const { buttons } = own;
  const from = facts.sender ?? clientFrom(message.from, message.at, '');
  const text = fill(own.answer, { name: shownName(from, settings.texts.nameless) });
  if (!buttons.length) answerText(turn, text);
  else answer(turn, { kind: 'choices', text: clip(text, facts.limits.card), buttons });
}

type Button = { id: string; title: string };

/** The button that asks for a link. */
export function linkButton({ settings }: Pick<Turn, 'settings'>): Button {
  return { id: buttonId('link'), title: settings.texts.buttonLink };
}

/** Which command has the last button of the help, where it has an answer. */
type Third = 'inviter' | 'rewards' | 'top' | null;

export function thirdButton(settings: Settings): Third {
  if (hasRewards(settings.terms)) return 'rewards';
  if (settings.leaderboard) return 'top';
  return tellsInviters(settings) ? 'inviter' : null;
}

/** The buttons below the help. WhatsApp allows three. */
export function helpButtons(texts: Settings['texts'], third: Third): Button[] {
  const titles = {
    inviter: texts.buttonInviter,
    rewards: texts.buttonRewards,
    top: texts.buttonTop,
  };
  return [
    { id: buttonId('link'), title: texts.buttonLink },
    { id: buttonId('referrals'), title: texts.buttonReferrals },
    ...(third ? [{ id: buttonId(third), title: titles[third] }] : []),
  ];
}

function join({ message, facts, decision }: Turn): Client {
  decision.added = clientFrom(message.from, message.at, facts.newCode);
  return decision.added;
}
