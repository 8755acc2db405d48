/** In which country numbers are that stand there without a country code. */
import { useMemo } from 'preact/hooks';
import { type CountryCode, countries } from '../shared/number';

interface CountryFieldProps {
  country: CountryCode;
  choose: (country: CountryCode) => void;
  id?: string;
}

export function CountryField({ country, choose, id = 'country' }: CountryFieldProps) {
  const all = useMemo(countries, []);
  return (
    <div>
      <label for={id}>Numbers without a country code are in</label>
      <select
        id={id}
        value={country}
        onChange={({ currentTarget }) => choose(currentTarget.value as CountryCode)}
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
