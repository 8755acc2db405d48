/** The client that the sidebar shows: the one selected in the sheet, or chosen here. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { keyOf } from '../../../program/people';
import { type RowClient, readWire } from '../shared/client';
import { server } from '../shared/server';
import { SelectionWatch } from './selection';

interface Selected {
  client: RowClient | null;
  /** Whether their row is not in the tab yet: it was asked for. */
  late: boolean;
  /** Why the client who was chosen cannot be shown; null when they can. */
  error: unknown;
  /** Selects a client's row in the sheet and shows them. */
  choose: (client: RowClient) => Promise<void>;
  /** The same for somebody of whom only a number or an id is known. */
  chooseKey: (key: string) => Promise<void>;
  close: () => void;
}

export function useSelected(): Selected {
  const [{ client, late, error }, set] =
    useState<Pick<Selected, 'client' | 'late' | 'error'>>(NOBODY);
  const watch = useMemo(
    () => new SelectionWatch((now) => set({ client: readWire(now), late: false, error: null })),
    [],
  );
  useEffect(() => {
    watch.start();
    return () => watch.stop();
  }, [watch]);
  const find = async (row: number, key: string) => {
    try {
      const { row: shown, client: now } = await server.showClient(row, key);
      if (shown) watch.shows(shown);
      if (now) set({ client: readWire(now), late: !shown, error: null });
    } catch (failed) {
      set({ client: null, late: false, error: failed });
    }
  };
  const choose = (one: RowClient) => {
    set({ client: one, late: false, error: null });
    return find(one.row, keyOf(one));
  };
  const chooseKey = (key: string) => find(FIRST_ROW, key);
  return { client, late, error, choose, chooseKey, close: () => set(NOBODY) };
}

/** Where one begins to look for somebody whose row is not known. */
const FIRST_ROW = 2;

const NOBODY = { client: null, late: false, error: null };
