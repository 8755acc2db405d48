/** What every step of the dialog works with. */
import type { State, Values } from '../../wire';
import type { ProviderChoice } from '../shared/providers/choice';
import type { Status } from '../shared/states';

export interface Dialog {
  state: State;
  choice: ProviderChoice;
  /** What has been typed and is not stored yet, by the field's name. */
  entered: Values;
  said: { values: Status; webhook: Status; test: Status };
  /** Shows all steps but the first as they stand now. */
  redraw(): void;
  /** The web app's address has become known or another one: shows the steps that go by it. */
  addressChanged(): void;
}

/** The id of a field's input. */
export function fieldId(name: string): string {
  return `field-${name.replace(/\W/g, '-')}`;
}
