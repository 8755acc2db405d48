/** The dialog *Print a poster…*: a page with a source's QR code, in the owner's words and colour. */
import { useEffect, useState } from 'preact/hooks';
import { hasLinks } from '../../program/link';
import type { Source } from '../../program/sources';
import type { PosterLook, State } from '../wire';
import { Button, OpenDialog } from './components/button';
import { Field, focusField } from './components/field';
import { Form } from './components/form';
import { Page } from './components/page';
import { Failure, Loading, StatusLine } from './components/status';
import { languageOf } from './languages/languages';
import { Sheet } from './poster/sheet';
import { settingsOf } from './shared/client';
import { server } from './shared/server';
import { useCall } from './shared/use-call';
import { useStatus } from './shared/use-status';

export function Poster() {
  const { value: state, error, again } = useCall(() => server.state());
  return (
    <Page title="Print a poster" ready={!!state || !!error}>
      {state && <Designer state={state} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={5} />)}
    </Page>
  );
}

const COLOUR = '#1a7f4b';

function Designer({ state }: { state: State }) {
  const [name, setName] = useState('');
  const [look, setLook] = useState<PosterLook>(
    state.poster ?? { ...languageOf(state.settings).poster, colour: COLOUR },
  );
  const [error, setError] = useState('');
  const [source, setSource] = useState<Source | null>(null);
  const status = useStatus();
  useEffect(() => focusField('name'), []);
  if (!hasLinks(settingsOf(state))) return <NotConnected />;
  const make = async () => {
    if (!name.trim()) {
      setError('Give it a name first.');
      return focusField('name');
    }
    setSource(
      (await status.during('Making the code…', server.makePoster(name.trim(), look))) ?? null,
    );
  };
  const type = (news: Partial<PosterLook>) => setLook({ ...look, ...news });
  return (
    <>
      <Form submit="Make the poster" work={make}>
        <Field
          id="name"
          label="Name, for you alone"
          placeholder="Poster at the door"
          value={name}
          onInput={(value) => {
            setName(value);
            setError('');
          }}
          error={error}
          hint="In the tab Sources you see how many have come by it."
        />
        <Field
          id="headline"
          label="Headline"
          value={look.headline}
          onInput={(headline) => type({ headline })}
        />
        <Field
          id="line"
          label="Below the code"
          value={look.line}
          onInput={(line) => type({ line })}
        />
        <label for="colour">Colour</label>
        <input
          id="colour"
          type="color"
          value={look.colour}
          onInput={({ currentTarget }) => type({ colour: currentTarget.value })}
        />
      </Form>
      <StatusLine of={status} />
      {source && (
        <>
          <div class="buttons">
            <Button look="action" work={() => print('A4')}>
              Print on A4
            </Button>
            <Button work={() => print('A6')}>Print on A6</Button>
          </div>
          <Sheet link={source.link} {...look} />
        </>
      )}
    </>
  );
}

/** In millimetres. */
const PAPERS = { A4: [210, 297], A6: [105, 148] } as const;

/** The size goes to the printer with the page. */
function print(paper: keyof typeof PAPERS): void {
  const [width, height] = PAPERS[paper];
  document.getElementById('paper')?.remove();
  const style = document.createElement('style');
  style.id = 'paper';
  style.textContent = `
    @page { size: ${width}mm ${height}mm; margin: 0 }
    :root { --paper-width: ${width}mm }`;
  document.head.append(style);
  window.print();
}

function NotConnected() {
  return (
    <div class="empty">
      <h2>Your number is not set yet</h2>
      <p>The code on the poster leads to it: connect first.</p>
      <div class="buttons">
        <OpenDialog name="connect" look="action">
          Connect
        </OpenDialog>
      </div>
    </div>
  );
}
