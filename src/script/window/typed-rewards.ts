/** Rows that the owner has written into *Rewards* themselves: they are kept as they are. */
import { hashOf, type Mark } from '../../sheet/window-mark';
import type { WindowRow } from '../../sheet/window-tab';
import { addRewards, rewardsBy } from '../../sql/window';
import type { Look } from './look';

/** The look has marks for them then. Two statements; none where nothing was typed. */
export function takeTypedRewards(rows: WindowRow[], look: Look): void {
  if (!rows.length) return;
  const { database, marks, also } = look;
  const keyOf = ({ cells }: WindowRow) => String(cells.key ?? '');
  const keys = rows.map(keyOf).filter(Boolean);
  const known = keys.length ? rewardsBy(keys, database) : new Map<string, number>();
  const places = look.places();
  const fresh = rows.filter((row) => !known.has(keyOf(row)));
  const ids = fresh.length
    ? addRewards(
        fresh.map(({ cells }) => cells),
        database,
      )
    : [];
  fresh.forEach((row, index) => {
    const id = ids[index];
    if (id) marks.set(row.row, typedMark(id));
  });
  for (const row of rows) {
    const id = known.get(keyOf(row));
    if (id && !places.has(id)) marks.set(row.row, typedMark(id));
  }
  const added = [...marks.values()].map(({ id }) => id).filter((id) => !places.has(id));
  for (const id of added) also.add(id);
  look.welcome(added);
}

function typedMark(id: number): Mark {
  return { id, written: new Map([['own', hashOf('')]]) };
}
