/** Which version this is; and, when the owner asks, whether there is a newer one, what it brings, and how to get it. */
import { useState } from 'preact/hooks';
import type { Newest, Updates } from '../../wire';
import { Button, OpenLink } from '../components/button';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';

export function NewerVersion() {
  const { value: here } = useCall(() => server.updates());
  const [newest, setNewest] = useState<Newest | null>(null);
  if (!here) return null;
  return (
    <section class="newer" aria-label="Version">
      <p>
        This is version {here.version}.{' '}
        {here.announced && (
          <Button look="link" work={async () => setNewest(await server.newestVersion())}>
            Newer version?
          </Button>
        )}
      </p>
      <div role="status">{newest && <News here={here} newest={newest} />}</div>
    </section>
  );
}

function News({ here, newest }: { here: Updates; newest: Newest }) {
  if (!newest.newer) return <p>There is none: {newest.version} is the newest.</p>;
  return (
    <>
      <p>
        <b>Version {newest.version} is there.</b> What is new:
      </p>
      <ul>
        {newest.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p>
        <OpenLink href={`${here.page}/releases`}>Where to get it</OpenLink>
      </p>
      <p class="help">{here.byCommand ? BY_COMMAND : BY_PASTING}</p>
    </>
  );
}

const BY_COMMAND =
  'In the project’s folder: git pull, npm ci, npm run deploy. Your data, your settings and the address stay.';

const BY_PASTING =
  'Download it, open its index.html, and paste the files over those in the script editor. Then Deploy → Manage deployments → Edit (the pencil) → Version: New version → Deploy. Your data, your settings and the address stay.';
