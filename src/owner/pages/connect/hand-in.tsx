/** Words a template, and hands it in for Meta's approval. */
import { useState } from 'preact/hooks';
import type { TemplateKind } from '../../wire';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { StatusLine } from '../components/status';
import { server } from '../shared/server';
import { templateProblem } from '../shared/template-text';
import { useStatus } from '../shared/use-status';

/** What stands for {{1}} while somebody at Meta looks at it. */
const EXAMPLES: Record<TemplateKind, string> = { notice: 'Anna', reward: '10 €' };

const LABELS: Record<TemplateKind, { title: string; label: string; hint: string }> = {
  notice: {
    title: 'Hand in a notice template',
    label: 'The notice, in your clients’ language',
    hint: '{{1}} is the friend’s name. Meta treats it as marketing and bills it that way. It is reviewed within minutes, or a day at most.',
  },
  reward: {
    title: 'Hand in a reward template',
    label: 'The news of a reward, in your clients’ language',
    hint: '{{1}} is the reward. Meta treats it as marketing and bills it that way.',
  },
};

interface HandInProps {
  kind: TemplateKind;
  /** Meta's code of it. */
  language: string;
  /** The language pack's text. */
  suggested: string;
  open: boolean;
  done: () => Promise<void>;
}

export function HandIn({ kind, language, suggested, open, done }: HandInProps) {
  const [text, setText] = useState(suggested);
  const [wrong, setWrong] = useState('');
  const status = useStatus();
  const { title, label, hint } = LABELS[kind];
  const id = `template-${kind}`;
  const handIn = async () => {
    const problem = templateProblem(text);
    setWrong(problem);
    if (problem) return focusField(id);
    const template = { language, text: text.trim(), example: EXAMPLES[kind] };
    const made = await status.during('Handing it in…', server.createTemplate(kind, template));
    if (!made) return;
    await done();
    status.say('Handed in. It will be used as soon as it is approved.', 'good');
  };
  return (
    <details open={open}>
      <summary>{title}</summary>
      <Field
        id={id}
        label={label}
        type="many-lines"
        value={text}
        onInput={(value) => {
          setText(value);
          setWrong('');
        }}
        check={templateProblem}
        error={wrong}
        hint={hint}
      />
      <div class="buttons">
        <Button look="action" work={handIn}>
          Hand it in
        </Button>
        <span class="help">Language: {language}</span>
      </div>
      <StatusLine of={status} />
    </details>
  );
}
