/** Who carries the messages, and what becomes of what the script sends. */
import { useState } from 'preact/hooks';
import type { ProviderName, Weather as WeatherName } from '../../view';
import { useApp, useView } from '../app';

const WEATHERS: [WeatherName, string, string][] = [
  ['fine', 'Fine', 'Every message that the rules allow is delivered'],
  ['down', 'Down', 'Nothing that is sent gets an answer'],
  ['tokenRejected', 'Refuses token', 'As if the access token had expired'],
];

const PROVIDERS: Record<ProviderName, string> = {
  meta: 'Meta',
  '360dialog': '360dialog',
  twilio: 'Twilio',
  green: 'Green-API',
  telegram: 'Telegram',
};

export function Weather() {
  const app = useApp();
  const { weather } = useView();
  return (
    <fieldset class="group weather" aria-label="WhatsApp">
      <Provider />
      {WEATHERS.map(([value, name, title]) => (
        <label key={value} title={title}>
          <input
            type="radio"
            name="weather"
            value={value}
            checked={weather === value}
            onChange={() => app.tell('/local/weather', { weather: value })}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Provider() {
  const app = useApp();
  const { provider } = useView();
  const [changing, setChanging] = useState(false);
  const change = async (chosen: string) => {
    setChanging(true);
    await app.tell('/local/provider', { provider: chosen });
    setChanging(false);
  };
  return (
    <select
      aria-label="Provider"
      title="Who carries the messages. The phones stay the same"
      value={provider}
      disabled={changing}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    >
      {Object.entries(PROVIDERS).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
