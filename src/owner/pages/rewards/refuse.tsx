/** *Refuse…*: the reason is asked for first, and it is said what the client reads of it. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { Form } from '../components/form';
import { idOf, type RowReward, receiverOf } from './reward';

interface RefuseProps {
  reward: RowReward;
  refuse: (why: string) => Promise<void>;
}

export function Refuse({ reward, refuse }: RefuseProps) {
  const [open, setOpen] = useState(false);
  const words = `${reward.reward} for ${receiverOf(reward)}`;
  if (!open) {
    return (
      <Button label={`Refuse: ${words}…`} work={() => setOpen(true)}>
        Refuse…
      </Button>
    );
  }
  return <Reason id={`why-${idOf(reward)}`} refuse={refuse} close={() => setOpen(false)} />;
}

interface ReasonProps {
  id: string;
  refuse: (why: string) => Promise<void>;
  close: () => void;
}

function Reason({ id, refuse, close }: ReasonProps) {
  const [why, setWhy] = useState('');
  const [error, setError] = useState('');
  useEffect(() => focusField(id), [id]);
  const type = (value: string) => {
    setWhy(value);
    setError('');
  };
  const send = async () => {
    if (why.trim()) return refuse(why.trim());
    setError('Write the reason first.');
    focusField(id);
  };
  return (
    <div class="reason">
      <Form submit="Refuse" work={send}>
        <Field
          id={id}
          label="Why"
          value={why}
          onInput={type}
          error={error}
          hint="Between “quotation marks” stands what the client is told. The rest is yours alone."
        />
      </Form>
      <Button look="link" work={close}>
        Back
      </Button>
    </div>
  );
}
