/** How far the owner has come: noted in Script Properties, so that the dialog can be left and taken up again. */
import type { State } from '../../wire';

export interface Progress {
  /** When the values were confirmed, the webhook was registered, a test was accepted. */
  connected?: number;
  registered?: number;
  tested?: number;
  /** The owner's own phone, digits. */
  phone?: string;
}

export function progressOf(state: State): Progress {
  try {
    return JSON.parse(state.noted.connect ?? '') ?? {};
  } catch {
    return {};
  }
}

/** The note with something changed; undefined takes a step back. */
export function noted(
  state: State,
  change: { [Key in keyof Progress]: Progress[Key] | undefined },
) {
  return { connect: JSON.stringify({ ...progressOf(state), ...change }) };
}
