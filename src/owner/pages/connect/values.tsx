/** The third step: the values that the provider gave the owner, checked here, then with the provider, then stored. */
import { useState } from 'preact/hooks';
import { isTelegram } from '../../../program/settings';
import type { Account, State, Values } from '../../wire';
import { Field, focusField } from '../components/field';
import { Form } from '../components/form';
import { settingsOf } from '../shared/client';
import type { Field as Asked } from '../shared/providers/choice';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import { AccountLook } from './account-look';
import type { Dialog } from './dialog';
import { RegisterNumber } from './register-number';

export function ProviderValues({ dialog }: { dialog: Dialog }) {
  const { state, choice, learn } = dialog;
  /** What has been typed and is not stored yet, by the field's name. */
  const [entered, setEntered] = useState<Values>({});
  /** What is wrong with a value, by the field's name. */
  const [wrong, setWrong] = useState<Values>({});
  const [confirmed, setConfirmed] = useState<Account | null>(null);
  const status = useStatus();
  const blame = (name: string, says: string) => {
    setWrong({ [name]: says });
    focusField(idOf({ name }));
  };
  const connect = async () => {
    setWrong({});
    status.say('');
    for (const one of choice.fields) {
      const says = problemOf(one, state, entered);
      if (says) return blame(one.name, says);
    }
    const call = server.connect({ provider: choice.id, values: entered });
    try {
      status.say(`Asking ${choice.title}…`, 'busy');
      const done = await call;
      learn(done.state);
      setEntered({});
      setConfirmed(done.account);
      status.say(...rightWords(done.account, done.buttons, done.state));
    } catch (error) {
      const refusal = (error as Error).message;
      status.say(refusal, 'bad');
      const meaning = choice.explain(refusal, { ...state.settings, ...state.noted, ...entered });
      if (meaning) blame(meaning.field, meaning.says);
    }
  };
  const enter = (name: string, value: string) => {
    setEntered((before) => ({ ...before, [name]: value }));
    setWrong(({ [name]: _, ...others }) => others);
  };
  return (
    <>
      <Form submit="Check and save" work={connect} status={status}>
        {choice.fields.map((one) => {
          const { name, label, where, optional = false, check } = one;
          const secret = one.kind === 'secret';
          const stored = secret && state.secrets.includes(name);
          return (
            <Field
              key={name}
              id={idOf(one)}
              label={label}
              optional={optional}
              type={secret ? 'password' : 'text'}
              placeholder={stored ? 'Stored. Type here only to replace it.' : ''}
              value={entered[name] ?? state.settings[name] ?? state.noted[name] ?? ''}
              onInput={(value) => enter(name, value)}
              error={wrong[name]}
              hint={where}
              {...(check && { check })}
            />
          );
        })}
      </Form>
      {confirmed && <AccountLook key={confirmed.number} now={state.now} />}
      {confirmed?.unregistered && <RegisterNumber />}
    </>
  );
}

function idOf({ name }: Pick<Asked, 'name'>): string {
  return `field-${name.replace(/\W/g, '-')}`;
}

/** What keeps a value from being sent; '' when nothing does. */
function problemOf(one: Asked, state: State, entered: Values): string {
  if (!one.optional && !given(one, state, entered)) return `Enter this first: ${one.label}.`;
  const typed = entered[one.name]?.trim();
  return (typed && one.check?.(typed)) || '';
}

function given({ name, kind }: Asked, state: State, entered: Values): boolean {
  if (entered[name] !== undefined && kind !== 'secret') return entered[name].trim() !== '';
  if (entered[name]?.trim()) return true;
  if (kind === 'secret') return state.secrets.includes(name);
  return !!(state.settings[name] ?? state.noted[name]);
}

/** @param buttons why there are no buttons; '' when all is well */
function rightWords(
  { name, quality }: Account,
  buttons: string,
  state: State,
): [string, 'good' | 'bad'] {
  if (buttons) {
    const words = `Stored, but messages have no buttons for now: ${buttons}. Press the button again later.`;
    return [words, 'bad'];
  }
  const settings = settingsOf(state);
  const { businessNumber, telegramBot } = settings;
  const known = isTelegram(settings) ? `@${telegramBot}` : businessNumber && `+${businessNumber}`;
  const about = [name, known, quality && `quality ${quality.toLowerCase()}`];
  return [`${about.filter(Boolean).join(', ')}: the values are right, and stored.`, 'good'];
}
