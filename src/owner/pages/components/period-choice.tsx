/** A choice of a period: one of the usual ones, or from a day to a day. */
import { PERIODS, type Period, type Span } from '../shared/periods';
import { Field } from './field';
import { Select } from './select';

interface PeriodChoiceProps {
  /** What its fields are known by. */
  id: string;
  span: Span;
  choose: (span: Span) => void;
}

export function PeriodChoice({ id, span, choose }: PeriodChoiceProps) {
  const field = (end: 'from' | 'to', label: string) => (
    <Field
      id={`${id}-${end}`}
      label={label}
      type="date"
      value={span[end]}
      onInput={(day) => choose({ ...span, [end]: day })}
    />
  );
  return (
    <>
      <Select
        id={id}
        label="Period"
        value={span.period}
        options={PERIODS}
        choose={(period) => choose({ ...span, period: period as Period })}
      />
      {span.period === 'between' && (
        <div class="between">
          {field('from', 'From')}
          {field('to', 'To')}
        </div>
      )}
    </>
  );
}
