/** The dialog *Add a referral by hand…*: who came, who sent them, and whether the inviter is told. */
import { useEffect, useState } from 'preact/hooks';
import type { Added, State } from '../wire';
import { CountryField } from './components/country-field';
import { Field, focusField } from './components/field';
import { Form } from './components/form';
import { NumberField, problemOf } from './components/number-field';
import { Page } from './components/page';
import { Failure, Loading, StatusLine } from './components/status';
import { settingsOf } from './shared/client';
import { countryOf, readTyped, type Typed } from './shared/number';
import { server } from './shared/server';
import { useCall } from './shared/use-call';
import { useStatus } from './shared/use-status';

/** What came of it, in words for the owner. */
const SAID: Record<Exclude<Added, 'added'>, string> = {
  malformed: 'The inviter’s number cannot be a phone number.',
  own: 'These two numbers are the same person: nobody invites themselves.',
  welcomeBack: 'This friend already has an inviter. Nothing was changed.',
  unknownInviter:
    'The inviter is not in the Clients tab yet: add them with Make a referral link… first.',
  loop: 'This friend invited the inviter, directly or through others.',
  onlyNew: 'This friend is already a client, and your settings say that only new clients count.',
};

export function AddReferral() {
  const { value: state, error, again } = useCall(() => server.state());
  return (
    <Page title="Add a referral by hand" fits ready={!!state || !!error}>
      {state && <Referral state={state} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={4} />)}
    </Page>
  );
}

function Referral({ state }: { state: State }) {
  const [country, setCountry] = useState(countryOf(settingsOf(state).businessNumber));
  const [friend, setFriend] = useState('');
  const [name, setName] = useState('');
  const [inviter, setInviter] = useState('');
  const [tell, setTell] = useState(true);
  const status = useStatus();
  useEffect(() => focusField('friend'), []);
  const add = async () => {
    const [one, other] = [readTyped(friend, country), readTyped(inviter, country)];
    if ('problem' in one) return refuse('friend', one);
    if ('problem' in other) return refuse('inviter', other);
    const asked = { friend: one.digits, name: name.trim(), inviter: other.digits, tell };
    const added = await status.during('Adding…', server.addReferral(asked));
    if (added === null) return;
    if (added !== 'added') return status.say(SAID[added], 'bad');
    status.say('The referral is in the Clients tab now.', 'good');
    setFriend('');
    setName('');
    focusField('friend');
  };
  const refuse = (field: string, typed: Typed) => {
    status.say(problemOf(typed), 'bad');
    focusField(field);
  };
  return (
    <>
      <Form submit="Add the referral" work={add}>
        <div class="row">
          <NumberField
            id="friend"
            label="The friend’s number"
            value={friend}
            typed={readTyped(friend, country)}
            onInput={setFriend}
          />
          <Field id="name" label="Their name" optional value={name} onInput={setName} />
        </div>
        <NumberField
          id="inviter"
          label="The inviter’s number"
          value={inviter}
          typed={readTyped(inviter, country)}
          onInput={setInviter}
        />
        <CountryField country={country} choose={setCountry} />
        <label class="tick">
          <input
            type="checkbox"
            checked={tell}
            onChange={({ currentTarget }) => setTell(currentTarget.checked)}
          />
          Tell the inviter
        </label>
        <p class="help">
          The friend gets no message. The inviter is told now, or when they next write, as WhatsApp
          allows.
        </p>
      </Form>
      <StatusLine of={status} />
    </>
  );
}
