/** Which column is which, as it was guessed, to change by hand. */
import { CountryField } from '../components/country-field';
import type { CountryCode } from '../shared/number';
import { type Columns, columnName, type Layout } from './columns';
import type { Table } from './table';

interface LayoutFormProps {
  table: Table;
  layout: Layout;
  country: CountryCode;
  change: (layout: Layout) => void;
  setCountry: (country: CountryCode) => void;
}

const FIELDS: [field: keyof Columns, label: string][] = [
  ['phone', 'Number'],
  ['name', 'Name'],
  ['rest', 'Rest of the name'],
  ['invitedBy', 'Invited by (a number)'],
];

export function LayoutForm({ table, layout, country, change, setCountry }: LayoutFormProps) {
  const { columns, heading } = layout;
  const width = Math.max(...table.slice(0, 50).map((row) => row.length));
  const choices = Array.from({ length: width }, (_, at) => columnName(table, at, heading));
  return (
    <>
      <div class="fields">
        {FIELDS.map(([field, label]) => (
          <div key={field}>
            <label for={field}>{label}</label>
            <select
              id={field}
              value={columns[field]}
              onChange={({ currentTarget }) =>
                change({ heading, columns: { ...columns, [field]: Number(currentTarget.value) } })
              }
            >
              <option value={-1}>–</option>
              {choices.map((words, at) => (
                <option value={at} key={words}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={heading}
          onChange={({ currentTarget }) => change({ columns, heading: currentTarget.checked })}
        />
        The first line is a heading
      </label>
      <CountryField country={country} choose={setCountry} />
    </>
  );
}
