/** What the script has put on the owner's screen, and how the owner answers its questions. */
import type { Alert, MenuTree } from './types';

/** A sidebar or dialog that is open. */
export interface OpenPage {
  title: string;
  html: string;
  width: number;
  height: number;
  /** The names that its google.script.run has. */
  functions: readonly string[];
}

/** The owner's answer to Ui.alert or Ui.prompt: a button's name such as 'OK', and for a prompt the text typed. */
export type Answers = (question: {
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  buttons: string[];
}) => {
  button: string;
  text?: string;
};

/** The owner's screen. */
export class Screen {
  menus: MenuTree = [];
  sidebar: OpenPage | null = null;
  dialog: OpenPage | null = null;
  readonly toasts: { text: string; title: string; seconds: number; at: number }[] = [];
  readonly alerts: Alert[] = [];
  /** Presses the first button of every question unless a test says otherwise. */
  answers: Answers = ({ buttons }) => ({ button: buttons[0] ?? 'OK', text: '' });
}
