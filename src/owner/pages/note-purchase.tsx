/** The dialog *Note a purchase…*: a number, an amount, Enter; the result, and the next one. For the counter. */
import { useEffect, useState } from 'preact/hooks';
import { readAmount } from '../../program/rewards/amount';
import type { State } from '../wire';
import { Field, focusField } from './components/field';
import { Form } from './components/form';
import { NumberField, problemOf } from './components/number-field';
import { Page } from './components/page';
import { Failure, Loading } from './components/status';
import { Noted, type NotedPurchase } from './note-purchase/noted';
import { settingsOf } from './shared/client';
import { countryOf, readTyped } from './shared/number';
import { server } from './shared/server';
import { useCall } from './shared/use-call';

export function NotePurchase() {
  const { value: state, error, again } = useCall(() => server.state());
  return (
    <Page title="Note a purchase" fits ready={!!state || !!error}>
      {state && <Counter state={state} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={5} />)}
    </Page>
  );
}

/** Nothing was typed. */
const EMPTY = { number: '', amount: '', what: '' };

function Counter({ state }: { state: State }) {
  const country = countryOf(settingsOf(state).businessNumber);
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState({ number: '', amount: '' });
  const [failed, setFailed] = useState<unknown>(null);
  const [noted, setNoted] = useState<NotedPurchase[]>([]);
  useEffect(() => focusField('number'), []);
  const number = readTyped(typed.number, country);
  const type = (news: Partial<typeof EMPTY>) => {
    setTyped({ ...typed, ...news });
    setWrong({ number: '', amount: '' });
  };
  const note = async () => {
    if ('problem' in number) {
      const why = typed.number.trim() ? problemOf(number) : 'Type a number first.';
      setWrong({ number: why, amount: '' });
      return focusField('number');
    }
    const amountWrong = amountProblem(typed.amount);
    if (amountWrong) {
      setWrong({ number: '', amount: amountWrong });
      return focusField('amount');
    }
    setFailed(null);
    const amount = typed.amount.trim();
    try {
      const result = await server.notePurchase(number.digits, amount, typed.what.trim());
      setNoted((before) => [{ id: before.length, shown: number.shown, amount, result }, ...before]);
      setTyped(EMPTY);
      focusField('number');
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      <Form submit="Note it" work={note}>
        <NumberField
          id="number"
          label="The client’s number"
          value={typed.number}
          typed={number}
          onInput={(value) => type({ number: value })}
          error={wrong.number}
        />
        <div class="row">
          <Field
            id="amount"
            label="Amount"
            optional
            value={typed.amount}
            onInput={(value) => type({ amount: value })}
            check={amountProblem}
            error={wrong.amount}
            hint="−5 takes a purchase back"
          />
          <Field
            id="what"
            label="What"
            optional
            value={typed.what}
            onInput={(value) => type({ what: value })}
          />
        </div>
      </Form>
      {failed ? <Failure error={failed} /> : null}
      <Noted purchases={noted} />
    </>
  );
}

function amountProblem(amount: string): string {
  return amount.trim() && readAmount(amount) === null ? 'This is not an amount.' : '';
}
