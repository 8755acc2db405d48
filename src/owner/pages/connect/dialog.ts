/** What every step of the dialog works with. */
import { useState } from 'preact/hooks';
import type { Progress, State } from '../../wire';
import { choiceOf } from '../shared/providers';
import type { ProviderChoice } from '../shared/providers/choice';

export interface Dialog {
  state: State;
  /** Takes over what the script has told, or a part of it: something else may have come meanwhile. */
  learn: (news: Partial<State>) => void;
  /** The provider that is chosen on the page; it may not be the connected one. */
  choice: ProviderChoice;
  choose: (choice: ProviderChoice) => void;
  /** How far the owner has come with the provider that is chosen on the page. */
  progress: Progress;
}

export function useDialog(first: State): Dialog {
  const [state, setState] = useState(first);
  const [choice, choose] = useState(connectedChoice(first));
  const learn = (news: Partial<State>) => setState((before) => ({ ...before, ...news }));
  const progress = connectedChoice(state) === choice ? state.progress : {};
  return { state, learn, choice, choose, progress };
}

function connectedChoice({ settings }: State): ProviderChoice {
  return choiceOf(settings.Provider ?? '');
}

/** Whether an address is there that a provider can be given. */
export function hasAddress({ address, addressProblem }: State): boolean {
  return address !== '' && addressProblem === '';
}
