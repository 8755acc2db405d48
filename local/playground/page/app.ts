/** What every part of the page knows: the server's view, the phone in the hand, what lies over the page. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { View } from '../view';
import { door } from './door';
import {
  BUSINESS,
  chatKey,
  EMPTY_HAND,
  type Hand,
  remember,
  rememberedHand,
  settled,
} from './hand';
import { keepSame } from './keep-same';
import { Over } from './over/over';
import { Shown, useShown } from './shown';

/** A part of the page. */
export type Area = 'phones' | 'sheet' | 'sidebar' | 'happened';

/** Changes that follow one another so closely are shown together. */
const TOGETHER_MS = 100;

export class App {
  /** Undefined until the server has answered for the first time. */
  readonly view = new Shown<View | undefined>(undefined);
  readonly hand = new Shown<Hand>(rememberedHand());
  readonly over = new Over();
  /** Where the screen is too small for all: the part that is looked at. */
  readonly area = new Shown<Area>('phones');
  private asking: Promise<void> | undefined;
  private askAgain = false;
  private newest = 0;
  private soon: ReturnType<typeof setTimeout> | undefined;

  /** Fetches the newest view; calls that come meanwhile end in one more fetch. */
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

  /** The server has come to this version: the page follows at once, and to what comes right behind it a moment later. */
  hear(version: number): void {
    this.newest = version;
    if (this.soon !== undefined) return;
    this.follow();
    this.soon = setTimeout(() => {
      this.soon = undefined;
      this.follow();
    }, TOGETHER_MS);
  }

  private follow(): void {
    if (this.newest !== this.view.value?.version) void this.attempt(() => Promise.resolve());
  }

  /** Does something that the server may refuse; its sentence is shown. @returns whether it was done */
  async attempt(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      await this.refresh();
      return true;
    } catch (error) {
      this.over.say((error as Error).message, 'problem');
      return false;
    }
  }

  /** Tells the server; see {@link attempt}. */
  tell(path: string, body: object = {}): Promise<boolean> {
    return this.attempt(() => door.tell(path, body));
  }

  /** Takes somebody's phone in the hand, with a chat open and, if given, a draft in it. */
  openChat(person: string, chat = BUSINESS, draft?: string): void {
    this.hold({ person, chat });
    if (draft !== undefined) this.write(draft);
  }

  /** Keeps what is written in the open chat and not sent; '' takes it away. */
  write(draft: string, key = chatKey(this.hand.value.person, this.hand.value.chat)): void {
    const { [key]: _, ...others } = this.hand.value.drafts;
    this.hold({ drafts: draft === '' ? others : { ...others, [key]: draft } });
  }

  /** Everything began again: so does the hand. */
  forgetHand(): void {
    this.hold(EMPTY_HAND);
  }

  private hold(change: Partial<Hand>): void {
    const hand = { ...this.hand.value, ...change };
    this.hand.set(this.view.value ? settled(hand, this.view.value) : hand);
    remember(this.hand.value);
  }

  private async fetchView(): Promise<void> {
    do {
      this.askAgain = false;
      this.view.set(keepSame(this.view.value, await door.view()));
    } while (this.askAgain);
    this.hold({});
  }
}

const Here = createContext<App | undefined>(undefined);

/** Around everything that uses {@link useApp}. */
export const AppProvider = Here.Provider;

export function useApp(): App {
  const app = useContext(Here);
  if (!app) throw new Error('A part of the page stands outside of AppProvider.');
  return app;
}

/** The view now; only for what is drawn when there is one. */
export function useView(): View {
  return useShown(useApp().view) as View;
}

export function useHand(): Hand {
  return useShown(useApp().hand);
}
