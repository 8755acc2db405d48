/** The dialog *Connect a database…*: for shops whose people no longer fit into the sheet. */
import { useState } from 'preact/hooks';
import type { DatabaseFound, DatabaseState } from '../wire';
import { Button } from './components/button';
import { Findings } from './components/findings';
import { Page } from './components/page';
import { Failure, Loading, StatusLine } from './components/status';
import { isUsable, linesOf } from './connect-database/findings';
import { MoveOver } from './connect-database/moving';
import { MoveBack } from './connect-database/moving-back';
import { PlaceForm } from './connect-database/place-form';
import { server } from './shared/server';
import { useCall } from './shared/use-call';
import { useStatus } from './shared/use-status';

export function ConnectDatabase() {
  const { value: state, error, again } = useCall(() => server.databaseState());
  return (
    <Page title="Connect a database" ready={!!state || !!error}>
      {state && <Database state={state} again={again} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={6} />)}
    </Page>
  );
}

function Database({ state, again }: { state: DatabaseState; again: () => Promise<void> }) {
  const [found, setFound] = useState<DatabaseFound | null>(null);
  const moving = useStatus();
  const look = useCall(async () => setFound(state.place && (await server.lookAtDatabase())));
  const connected = async (now: DatabaseFound) => {
    setFound(now);
    await again();
  };
  const moved = async () => {
    await again();
    await look.again();
  };
  const isReady =
    found && isUsable(found) && found.whose === 'ours' && found.schema === found.newest;
  return (
    <>
      <p>
        A sheet has room for some 800,000 people. If you have more, your clients and rewards can
        stand in a PostgreSQL database of yours. Everything else stays as it is: the sheet, the
        links, the settings.
      </p>
      <Standing state={state} error={look.error} />
      <PlaceForm state={state} connected={connected} />
      {found && <Findings lines={linesOf(found)} heading="h2" />}
      {found && isUsable(found) && <Tables found={found} made={connected} />}
      {isReady && <MoveOver inUse={state.inUse} status={moving} moved={moved} />}
      {isReady && <MoveBack state={state} status={moving} moved={moved} />}
      <StatusLine of={moving} />
    </>
  );
}

/** Where clients are now, and what is the matter with the database. */
function Standing({ state: { inUse, down }, error }: { state: DatabaseState; error: unknown }) {
  const why = down || (error instanceof Error ? error.message : '');
  if (why) {
    return (
      <div class="note" role="alert">
        <p>{why.startsWith('The database') ? why : `The database cannot be reached: ${why}`}</p>
        <p>
          If its password has changed, enter the new one: it is tried at once.
          {inUse && ' Messages are kept meanwhile, and none is lost.'}
        </p>
      </div>
    );
  }
  if (!inUse) return null;
  return (
    <div class="note">
      <p>Your clients and rewards are in the database below.</p>
    </div>
  );
}

/** The button that makes the tables, until they are there. */
function Tables({ found, made }: { found: DatabaseFound; made: (now: DatabaseFound) => unknown }) {
  const status = useStatus();
  if (found.schema === found.newest && found.whose === 'ours') return null;
  const make = async () => {
    const now = await status.during('Making the tables…', server.makeSchema());
    if (now) await made(now);
  };
  return (
    <>
      <div class="buttons">
        <Button look="action" work={make}>
          {found.schema ? 'Bring the tables up to date' : 'Make the tables'}
        </Button>
      </div>
      <StatusLine of={status} />
    </>
  );
}
