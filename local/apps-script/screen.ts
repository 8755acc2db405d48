/** What the script has put on the owner's screen, and how the owner answers its questions. */
import type { Alert, Execution, MenuTree } from './types';

/** A sidebar or dialog that is open. */
export interface OpenPage {
  title: string;
  html: string;
  width: number;
  height: number;
  /** The names that its google.script.run has. */
  functions: readonly string[];
}

/** A dialog of Ui.alert or Ui.prompt. */
export interface Question {
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  /** Names such as 'OK', in the order in which they are shown. */
  buttons: string[];
}

/** What was pressed, and for a prompt the text typed. */
export interface Answer {
  button: string;
  text?: string;
}

export type Answers = (question: Question) => Answer;

/** A dialog that is open; the execution that showed it stands still. */
interface OpenQuestion extends Question {
  id: number;
  /** Closes it: the execution goes on. @returns the execution, which may stand at the next question */
  answer(given: Answer): Execution;
  /** Closes it with the document: the execution never goes on. */
  giveUp(): void;
}

/** The owner's screen. */
export class Screen {
  menus: MenuTree = [];
  sidebar: OpenPage | null = null;
  dialog: OpenPage | null = null;
  readonly toasts: { text: string; title: string; seconds: number; at: number }[] = [];
  readonly alerts: Alert[] = [];
  /**
   * Answers every question at once: with its first button, unless a test says otherwise. 'later': it waits among
   * `questions` until somebody answers.
   */
  answers: Answers | 'later' = ({ buttons }) => ({ button: buttons[0] ?? 'OK', text: '' });
  /** Those that wait for an answer, oldest first. */
  readonly questions: OpenQuestion[] = [];
}
