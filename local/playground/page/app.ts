/** What every area of the page knows: the server's view, and the phone that is in the hand. */
import type { View } from '../view';
import { door } from './door';
import { say } from './say';

/** The chat with the business, among a person's chats; the others go by the other person's key. */
export const BUSINESS = 'business';

interface Hand {
  person: string;
  /** {@link BUSINESS} or a person's key. */
  chat: string;
  drafts: Record<string, string>;
  /** By chat, the last message that was on the screen. */
  seen: Record<string, string>;
}

const MEMORY = 'sheet-referrals-playground';

export class App {
  view!: View;
  readonly hand: Hand = { person: '', chat: BUSINESS, drafts: {}, seen: {}, ...remembered() };
  private readonly areas: ((view: View) => void)[] = [];
  private asking: Promise<void> | undefined;
  private askAgain = false;

  /** Adds an area of the page; it is called with every new view. */
  add(show: (view: View) => void): void {
    this.areas.push(show);
  }

  /** Fetches the newest view and shows it; calls that come meanwhile end in one more fetch. */
  refresh(): Promise<void> {
    if (this.asking) {
      this.askAgain = true;
      return this.asking;
    }
    this.asking = this.fetchView().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** Shows the view that is here once more, after something changed on the page itself. */
  show(): void {
    sessionStorage.setItem(MEMORY, JSON.stringify(this.hand));
    for (const area of this.areas) area(this.view);
  }

  /** Does something that the server may refuse; its sentence is shown. @returns whether it was done */
  async attempt(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      await this.refresh();
      return true;
    } catch (error) {
      say((error as Error).message, 'problem');
      return false;
    }
  }

  /** Tells the server; see {@link attempt}. */
  tell(path: string, body: object = {}): Promise<boolean> {
    return this.attempt(() => door.tell(path, body));
  }

  /** Takes somebody's phone in the hand, with a chat open and, if given, a draft in it. */
  openChat(person: string, chat = BUSINESS, draft?: string): void {
    this.hand.person = person;
    this.hand.chat = chat;
    if (draft !== undefined) this.hand.drafts[draftKey(person, chat)] = draft;
    this.show();
  }

  personName(key: string): string {
    return this.view.people.find((person) => person.key === key)?.name ?? 'Somebody';
  }

  private async fetchView(): Promise<void> {
    do {
      this.askAgain = false;
      this.view = await door.view();
    } while (this.askAgain);
    if (!this.view.people.some(({ key }) => key === this.hand.person)) {
      this.hand.person = this.view.people[0]?.key ?? '';
      this.hand.chat = BUSINESS;
    }
    this.show();
  }
}

/** Under which a draft, or what was seen, of one chat on one phone is kept. */
export function draftKey(person: string, chat: string): string {
  return `${person}>${chat}`;
}

function remembered(): Partial<Hand> {
  try {
    return JSON.parse(sessionStorage.getItem(MEMORY) ?? '{}') as Partial<Hand>;
  } catch {
    return {};
  }
}
