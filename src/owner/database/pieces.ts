/** Pieces of the sheet's rows: read, compared with what has arrived in the database, and sent where that is something else. */
import type { Services } from '../../script/services';
import { ifMade, sheetOf } from '../../script/tabs';
import { WholeClients, WholeRewards } from '../../sheet/whole-rows';
import type { Database } from '../../sql/database';
import {
  arrive,
  digestsIn,
  type MovedRow,
  movedClient,
  movedReward,
  PIECE_ROWS,
  pieceOf,
  saidIn,
  type Table,
} from '../../sql/moving';

/** A tab of which pieces are read. */
interface Reader {
  table: Table;
  /** The last row of the tab. */
  last: number;
  read(piece: number, pieces: number): MovedRow[];
  digest(rows: MovedRow[]): string;
}

/** Opens the tab of a table; there may be none of the rewards. @throws {MissingTab} */
export function readerOf(table: Table, services: Services): Reader {
  const opener = { services, store: services.properties.getProperties() };
  const digest = (rows: MovedRow[]) => services.digest(saidIn(table, rows));
  const from = (piece: number) => piece * PIECE_ROWS + 2;
  if (table === 'clients') {
    const tab = new WholeClients(sheetOf('Clients', opener));
    const read = (piece: number, pieces: number) =>
      tab
        .read(from(piece), pieces * PIECE_ROWS)
        .map(({ row, record, own }) => movedClient(row - 1, record, own));
    return { table, last: tab.last, read, digest };
  }
  const tab = ifMade(() => new WholeRewards(sheetOf('Rewards', opener)));
  const read = (piece: number, pieces: number) =>
    (tab?.read(from(piece), pieces * PIECE_ROWS) ?? []).map(({ row, record, own, note }) =>
      movedReward(row - 1, record, own, note),
    );
  return { table, last: tab?.last ?? 1, read, digest };
}

/** The last piece of a tab, from 0. */
export function lastPiece({ last }: Reader): number {
  return pieceOf(Math.max(last - 1, 1));
}

/** Pieces that stand together. */
export type Pieces = [first: number, last: number];

/**
 * Has those pieces arrive that are not there as they stand in the sheet.
 *
 * @param most more of them than these are left as they are
 * @param see is told of each piece
 * @returns how many were not there
 */
export function moveMissing(
  reader: Reader,
  [first, last]: Pieces,
  database: Database,
  most: number,
  see: (piece: number, rows: MovedRow[], digest: string) => void = () => undefined,
): number {
  const { table } = reader;
  const byPiece = new Map<number, MovedRow[]>();
  for (const row of reader.read(first, last - first + 1)) {
    const piece = pieceOf(row.place);
    byPiece.set(piece, [...(byPiece.get(piece) ?? []), row]);
  }
  const there = digestsIn(database, table, true, [first, last]);
  let missing = 0;
  for (let piece = first; piece <= last; piece++) {
    const rows = byPiece.get(piece) ?? [];
    const digest = rows.length ? reader.digest(rows) : '';
    if (digest) see(piece, rows, digest);
    if (digest === (there.get(piece) ?? '')) continue;
    missing++;
    if (missing <= most) arrive(database, table, piece, rows);
  }
  return missing;
}
