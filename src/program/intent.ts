/** What a message wants: an invitation, a command, help, or nothing. */
import { type Command, readCommand } from './commands';
import { confirmationIn } from './confirmation';
import { codeIn, type Invitation, readCodeAlone, readInvitation } from './invitation';
import type { Card, Message } from './model';
import { readOwnAnswer, wordsOnButton } from './own-answers';
import { readWho } from './phone';
import { isStaff, readSale, type Sale } from './rewards/staff';
import { hasRewards } from './rewards/terms';
import { isTelegram, type Settings } from './settings';
import { plainText } from './text';

export type Intent =
  | { kind: 'invitation'; invitation: Invitation }
  /** With the number behind it, where it has to be confirmed. */
  | { kind: 'command'; command: Command; confirmation?: string }
  /** A purchase that somebody of the staff has written. */
  | { kind: 'sale'; sale: Sale }
  /** One of the owner's own answers, by its place among them. */
  | { kind: 'own'; answer: number }
  /** A contact card was shared; where newcomers are asked who sent them it may be the answer. */
  | { kind: 'card'; card: Card; mayAnswer: boolean }
  /** A number or an id and nothing else, where newcomers are asked who sent them. */
  | { kind: 'named'; key: string }
  /** What may answer a question; a button says whom it was about. */
  | { kind: 'reply'; says: 'yes' | 'no'; about?: string }
  /** The chat was opened, or help asked for. */
  | { kind: 'hello' }
  | { kind: 'help' }
  | { kind: 'silence' };

/** The ids of our reply buttons: the command behind the prefix. */
const BUTTON = 'command:';

/** The id of the reply button for a command. */
export function buttonId(command: Command): string {
  return BUTTON + command;
}

/** The ids of the reply buttons below a question; behind the first stands whom it is about. */
const REPLY = 'sent:';
export const YES = `${REPLY}yes:`;
export const NO = `${REPLY}no`;

/** Whether a message may make a referral. */
export function mayRegister(intent: Intent | null): boolean {
  return /^(invitation|card|named|reply)$/.test(intent?.kind ?? '');
}

/** Whether a message may put its sender into the base without being a command. */
export function mayJoin(intent: Intent | null): boolean {
  return /^(invitation|card|named|help|hello)$/.test(intent?.kind ?? '');
}

/** Takes a message apart. A pressed button says what it means; otherwise the text is read. */
export function readIntent(message: Message, settings: Settings): Intent {
  if (!message.answerable) return { kind: 'silence' };
  if (message.start !== undefined) return opened(message.start);
  const pressed = message.button?.startsWith(BUTTON) && message.button.slice(BUTTON.length);
  if (pressed && Object.keys(wordsIn(settings)).includes(pressed)) {
    return { kind: 'command', command: pressed as Command };
  }
  if (message.button?.startsWith(REPLY)) return answerIn(message, settings);
  const sale = saleIn(message, settings);
  if (sale) return { kind: 'sale', sale };
  const invitation = readInvitation(message.text, invitationWordings(settings));
  if (invitation) return { kind: 'invitation', invitation };
  const text = wordsOnButton(message.button) ?? message.text;
  const command = readCommand(text, wordsIn(settings));
  if (command) return { kind: 'command', command };
  const confirmation = confirmationIn(text, wordsIn(settings).delete ?? []);
  if (confirmation) return { kind: 'command', command: 'delete', confirmation };
  const answer = readOwnAnswer(text, settings.answers);
  if (answer !== null) return { kind: 'own', answer };
  const code = readCodeAlone(text);
  if (code) return { kind: 'invitation', invitation: code };
  return answerIn(message, settings);
}

/** What somebody may answer who was asked who sent them; else they want help. */
function answerIn({ text, button, card }: Message, settings: Settings): Intent {
  if (card) return { kind: 'card', card, mayAnswer: settings.askNewcomers };
  const about = button?.startsWith(YES) && button.slice(YES.length);
  if (about) return { kind: 'reply', says: 'yes', about };
  const { buttonYes, buttonNo } = settings.texts;
  const typed = readCommand<'yes' | 'no'>(text, { yes: [buttonYes], no: [buttonNo] });
  const says = button === NO ? 'no' : typed;
  if (says) return { kind: 'reply', says };
  const key = settings.askNewcomers && whoIn(text);
  return key ? { kind: 'named', key } : { kind: 'help' };
}

/** Whom a short text names by the only number in it, or by an id; null for nobody. */
function whoIn(text: string): string | null {
  if (text.length > 100) return null;
  const numbers = plainText(text).match(/\+?\d[\d ().\-/]{5,24}\d/g) ?? [];
  return numbers.length === 1 ? readWho(numbers[0]) : readWho(text);
}

/** What a link has carried is an inviter's code, or nothing usable. */
function opened(carried: string): Intent {
  return carried ? { kind: 'invitation', invitation: codeIn(carried) } : { kind: 'hello' };
}

function saleIn(message: Message, settings: Settings): Sale | null {
  if (!hasRewards(settings.terms) || !isStaff(message.from, settings)) return null;
  return readSale(message.text, settings.wordsBought);
}

/**
 * The owner's words for the commands, and what stands on their buttons: some providers can only name these. Where there
 * are no rewards, or no leaderboard, nobody asks for them.
 */
export function wordsIn(settings: Settings): Partial<Settings['words']> {
  const { words, texts, terms, leaderboard } = settings;
  const { rewards, top, ...others } = words;
  return {
    ...others,
    link: [...words.link, texts.buttonLink],
    referrals: [...words.referrals, texts.buttonReferrals],
    inviter: [...words.inviter, texts.buttonInviter],
    delete: [...words.delete, texts.buttonDelete],
    ...(leaderboard && { top: [...top, texts.buttonTop] }),
    ...(hasRewards(terms) && { rewards: [...rewards, texts.buttonRewards] }),
  };
}

/**
 * The wordings that are out there: the one in use, earlier ones, and of each its form for clients without a visible
 * number. At Telegram nobody is invited by a number.
 */
export function invitationWordings(settings: Settings): string[] {
  const { invitation, earlierInvitations } = settings;
  return [invitation, ...earlierInvitations]
    .flatMap((wording) => [...(isTelegram(settings) ? [] : [wording]), codeWording(wording)])
    .filter((wording, index, all) => all.indexOf(wording) === index);
}

/** The invitation for a client whose number is not visible: the code stands where the number would. */
export function codeWording(invitation: string): string {
  return invitation.replace('{phone}', '{code}');
}
