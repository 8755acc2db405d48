/** The dialog *Make a referral link…*: for one person with a QR code, or for many at once. */
import { useEffect, useState } from 'preact/hooks';
import { hasLinks } from '../../program/link';
import type { State } from '../wire';
import { OpenDialog } from './components/button';
import { focusField } from './components/field';
import { Page } from './components/page';
import { Failure, Loading } from './components/status';
import { Tabs } from './components/tabs';
import { ManyPeople } from './make-link/many';
import { OnePerson } from './make-link/one';
import { settingsOf } from './shared/client';
import { countryOf } from './shared/number';
import { server } from './shared/server';
import { useCall } from './shared/use-call';

export function MakeLink() {
  const { value: state, error, again } = useCall(() => server.state());
  return (
    <Page title="Make a referral link" fits ready={!!state || !!error}>
      {state && <Ways state={state} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={5} />)}
    </Page>
  );
}

function Ways({ state }: { state: State }) {
  const settings = settingsOf(state);
  const [country, setCountry] = useState(countryOf(settings.businessNumber));
  useEffect(() => focusField('number'), []);
  if (!hasLinks(settings)) return <NotConnected />;
  const context = { state, settings, country, setCountry };
  return (
    <Tabs
      label="How many links"
      parts={{
        'One person': <OnePerson context={context} />,
        'Several at once': <ManyPeople context={context} />,
      }}
    />
  );
}

function NotConnected() {
  return (
    <div class="empty">
      <h2>Nothing is connected yet</h2>
      <p>Referral links lead to your WhatsApp number or your Telegram bot: connect it first.</p>
      <div class="buttons">
        <OpenDialog name="connect" look="action">
          Connect WhatsApp or Telegram
        </OpenDialog>
      </div>
    </div>
  );
}
