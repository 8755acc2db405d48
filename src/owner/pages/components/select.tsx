/** A choice of a few, with its label. */

interface SelectProps {
  id: string;
  label: string;
  value: string;
  /** The words of each choice, by its value. */
  options: Record<string, string>;
  choose: (value: string) => void;
}

export function Select({ id, label, value, options, choose }: SelectProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {Object.entries(options).map(([one, words]) => (
          <option value={one} key={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
