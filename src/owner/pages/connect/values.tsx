/** The third step: the values that the provider gave the owner, checked with the provider before they are stored. */
import { useState } from 'preact/hooks';
import { isTelegram } from '../../../program/settings';
import type { Account, State, Values } from '../../wire';
import { Field, focusField } from '../components/field';
import { Form } from '../components/form';
import { StatusLine } from '../components/status';
import { settingsOf } from '../shared/client';
import type { Field as Asked } from '../shared/providers/choice';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import type { Dialog } from './dialog';

export function ProviderValues({ dialog }: { dialog: Dialog }) {
  const { state, choice, learn } = dialog;
  /** What has been typed and is not stored yet, by the field's name. */
  const [entered, setEntered] = useState<Values>({});
  const [missing, setMissing] = useState('');
  const status = useStatus();
  const connect = async () => {
    const lacking = choice.fields.find((one) => !one.optional && !given(one, state, entered));
    setMissing(lacking?.name ?? '');
    if (lacking) return focusField(idOf(lacking));
    const call = server.connect({ provider: choice.id, values: entered });
    const done = await status.during(`Asking ${choice.title}…`, call);
    if (!done) return;
    learn(done.state);
    setEntered({});
    if (done.buttons) {
      const words = `Stored, but messages have no buttons for now: ${done.buttons}. Press the button again later.`;
      return status.say(words, 'bad');
    }
    status.say(rightWords(done.account, done.state), 'good');
  };
  const enter = (name: string, value: string) => {
    setEntered((before) => ({ ...before, [name]: value }));
    if (missing === name) setMissing('');
  };
  return (
    <>
      <Form submit="Check and save" work={connect}>
        {choice.fields.map((one) => {
          const { name, label, where, optional = false } = one;
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
              error={missing === name ? `Enter this first: ${label}.` : ''}
              hint={where}
            />
          );
        })}
      </Form>
      <StatusLine of={status} />
    </>
  );
}

function idOf({ name }: Asked): string {
  return `field-${name.replace(/\W/g, '-')}`;
}

function given({ name, kind }: Asked, state: State, entered: Values): boolean {
  if (entered[name] !== undefined && kind !== 'secret') return entered[name].trim() !== '';
  if (entered[name]?.trim()) return true;
  if (kind === 'secret') return state.secrets.includes(name);
  return !!(state.settings[name] ?? state.noted[name]);
}

function rightWords({ name, quality }: Account, state: State): string {
  const settings = settingsOf(state);
  const { businessNumber, telegramBot } = settings;
  const known = isTelegram(settings) ? `@${telegramBot}` : businessNumber && `+${businessNumber}`;
  const about = [name, known, quality && `quality ${quality.toLowerCase()}`];
  return `${about.filter(Boolean).join(', ')}: the values are right, and stored.`;
}
