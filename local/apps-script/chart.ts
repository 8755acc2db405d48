/** A chart as a tab keeps it. */
import type { Place } from './a1';

export interface Chart {
  /** null until it is put into a tab. */
  id: number | null;
  type: string;
  ranges: Place[];
  options: Record<string, unknown>;
  headers: number;
  anchor: { row: number; column: number; x: number; y: number };
}
