/** What the owner should know and the sheet could not take yet; nothing where there is nothing. */
import type { State } from '../../wire';

export function Problems({ problems }: Pick<State, 'problems'>) {
  if (!problems.length) return null;
  return (
    <section class="failure" aria-label="Problems">
      <p>
        <strong>This could not be written to the sheet yet:</strong>
      </p>
      <ul>
        {problems.map(({ what, toDo, at, count }) => (
          <li key={`${at} ${what}`}>
            {what}
            {count > 1 && ` (${count} times)`}. <span class="secondary">{toDo}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
