/** WhatsApp's and Telegram's links: where one leads, and what tapping it does. */
import type { App } from '../app';
import { givenName } from '../format';
import { BUSINESS } from '../hand';
import { askSomebody } from './ask-somebody';

/** How long a link is on its way to a friend, in milliseconds. */
const ON_ITS_WAY = 2 * 60_000;

/** Where a link leads: a chat with a number or with the bot, or one that the person chooses. */
interface ChatLink {
  /** Digits, or {@link BOT}; '' when the person chooses whom to write to. */
  to: string;
  text: string;
}

/** The business's own bot. */
const BOT = 'bot';

/** Takes a link apart; null when it is of neither. */
function readChatLink(url: string): ChatLink | null {
  let link: URL;
  try {
    link = new URL(url);
  } catch {
    return null;
  }
  const text = link.searchParams.get('text') ?? '';
  if (link.hostname === 'wa.me') return { to: link.pathname.replace(/\D/g, ''), text };
  if (link.hostname === 't.me') return readTelegramLink(link);
  if (link.hostname === 'api.whatsapp.com') {
    return { to: (link.searchParams.get('phone') ?? '').replace(/\D/g, ''), text };
  }
  return null;
}

/**
 * Taps a link.
 *
 * @param url the link
 * @param where whose phone it is on, and in which chat; both empty for a link outside the phones
 */
export async function tapLink(
  app: App,
  url: string,
  where: { person: string; chat: string },
): Promise<void> {
  const link = readChatLink(url);
  if (!link) return app.over.say(`A browser would open ${url} now.`);
  if (link.to === '') return shareWith(app, link.text, where.person);
  if (link.to !== BOT && link.to !== app.view.value?.business.phone.replace(/\D/g, '')) {
    return app.over.say(`That link opens a chat with +${link.to}, which is not the business here.`);
  }
  const ownPhone = where.chat !== BUSINESS && where.person !== '';
  const tapper = ownPhone ? where.person : await askSomebody(app, 'Who taps this link?', '');
  if (tapper !== undefined) await arrive(app, tapper, link.text);
}

/** Somebody taps a link to the business that a friend has sent them. */
export async function tapAs(app: App, person: string, url: string): Promise<void> {
  const link = readChatLink(url);
  if (link) await arrive(app, person, link.text);
}

async function arrive(app: App, tapper: string, text: string): Promise<void> {
  openDraft(app, tapper, BUSINESS, text);
  await minutesPass(app, tapper);
}

/** *Start* in the chat with a bot sends what the link carries; what is shared has the link above the words. */
function readTelegramLink({ pathname, searchParams }: URL): ChatLink {
  const of = (name: string) => searchParams.get(name) ?? '';
  if (pathname === '/share/url') return { to: '', text: `${of('url')}\n${of('text')}` };
  return { to: BOT, text: `/start ${of('start')}`.trim() };
}

async function shareWith(app: App, text: string, sender: string): Promise<void> {
  const from = sender || (await askSomebody(app, 'Whose phone is this?', ''));
  if (from === undefined) return;
  const to = await askSomebody(app, 'Send it to whom?', from);
  if (to !== undefined) openDraft(app, from, to, text);
}

/** A link takes its time from phone to phone: whoever joins in the same minute looks as if they sat side by side. */
async function minutesPass(app: App, tapper: string): Promise<void> {
  const name = app.view.value?.people.find(({ key }) => key === tapper)?.name ?? 'Somebody';
  if (await app.tell('/local/clock', { advanceMs: ON_ITS_WAY })) {
    app.over.say(`Two minutes later: ${givenName(name)} has tapped the link.`);
  }
}

function openDraft(app: App, person: string, chat: string, text: string): void {
  app.openChat(person, chat, text);
  document.querySelector<HTMLTextAreaElement>('.composer textarea')?.focus();
}
