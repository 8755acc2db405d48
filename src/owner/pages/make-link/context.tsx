/** What both halves of the dialog work with, the owner's country among it. */
import { useMemo } from 'preact/hooks';
import type { Settings } from '../../../program/settings';
import type { State } from '../../wire';
import { type CountryCode, countries } from '../shared/number';

export interface Context {
  state: State;
  settings: Settings;
  /** The country of numbers without a country code; what is chosen in one half is chosen in the other too. */
  country: CountryCode;
  setCountry: (country: CountryCode) => void;
}

/** A list of countries. */
export function CountryField({ context, id }: { context: Context; id: string }) {
  const all = useMemo(countries, []);
  return (
    <div>
      <label for={id}>Numbers without a country code are in</label>
      <select
        id={id}
        value={context.country}
        onChange={(event) => context.setCountry(event.currentTarget.value as CountryCode)}
      >
        {all.map(({ code, label }) => (
          <option value={code} key={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
