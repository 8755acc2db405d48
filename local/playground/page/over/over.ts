/** What lies over the page for a while: sentences, questions, and a menu. */
import type { ComponentChildren } from 'preact';
import { Shown } from '../shown';

/** A short sentence at the page's foot. */
interface Sentence {
  id: number;
  text: string;
  kind: 'word' | 'problem';
  title: string;
}

/** A small window that asks one thing. */
export interface Question {
  id: number;
  title: string;
  content: ComponentChildren;
  /** The window has gone. */
  closed: () => void;
}

/** A title, or something to choose. */
export interface MenuItem {
  title: string;
  /** Of a menu within the menu, shown indented under its title. */
  inner?: boolean;
  act?: () => void;
}

/** A small menu that opens at a point. */
export interface OpenMenu {
  label: string;
  /** '-' is a line. */
  items: readonly (MenuItem | '-')[];
  at: { left: number; top: number };
}

const LONG_ENOUGH_TO_READ = 7000;

export class Over {
  readonly sentences = new Shown<readonly Sentence[]>([]);
  readonly questions = new Shown<readonly Question[]>([]);
  readonly menu = new Shown<OpenMenu | null>(null);
  private made = 0;

  /** Says something to whoever sits here; it goes away by itself. */
  say(text: string, kind: Sentence['kind'] = 'word', title = ''): void {
    const sentence = { id: ++this.made, text, kind, title };
    this.sentences.set([...this.sentences.value, sentence]);
    setTimeout(() => this.takeAway(sentence.id), LONG_ENOUGH_TO_READ);
  }

  takeAway(id: number): void {
    this.sentences.set(this.sentences.value.filter((one) => one.id !== id));
  }

  /**
   * Asks something in a window and waits for the answer.
   *
   * @param content what stands under the title; gets the function that answers and closes
   * @returns the answer; undefined when the window was closed without one
   */
  ask<Answer>(
    title: string,
    content: (answer: (given: Answer) => void) => ComponentChildren,
  ): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      let given: Answer | undefined;
      const id = ++this.made;
      const closed = () => {
        this.questions.set(this.questions.value.filter((one) => one.id !== id));
        resolve(given);
      };
      const answer = (value: Answer) => {
        given = value;
        closed();
      };
      this.questions.set([
        ...this.questions.value,
        { id, title, content: content(answer), closed },
      ]);
    });
  }
}
