/** What both halves of the dialog work with, the owner's country among it. */
import type { Settings } from '../../../program/settings';
import type { State } from '../../wire';
import type { CountryCode } from '../shared/number';

export interface Context {
  state: State;
  settings: Settings;
  /** The country of numbers without a country code; what is chosen in one half is chosen in the other too. */
  country: CountryCode;
  setCountry: (country: CountryCode) => void;
}
