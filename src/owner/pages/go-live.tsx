/** The dialog *Go live*: from a sheet that was just copied or pasted to a web app that strangers reach. */
import { OpenDialog, OpenLink } from './components/button';
import { Page } from './components/page';
import { Failure, Loading } from './components/status';
import { Step, standingOf } from './components/step';
import { AddressStep } from './go-live/address';
import { useWebApp } from './go-live/use-web-app';
import { DEPLOYMENT } from './shared/pictures/deployment';
import { Folded } from './shared/pictures/drawing';
import { NEW_DEPLOYMENT } from './shared/pictures/new-deployment';
import { server } from './shared/server';
import { useCall } from './shared/use-call';

export function GoLive() {
  const { value: state, error, again } = useCall(readyState);
  return (
    <Page title="Go live" ready={!!state || !!error}>
      {state && <Steps editor={state.editor} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={6} />)}
    </Page>
  );
}

async function readyState() {
  const state = await server.state();
  return state.ready ? state : server.setUp();
}

function Steps({ editor }: { editor: string }) {
  const webApp = useWebApp();
  const { finding } = webApp;
  const standing = standingOf([finding?.result]);
  const reached = standing === 'done' || standing === 'warn';
  const made = reached ? 'done' : 'open';
  return (
    <>
      <p>
        Messages come in by a <b>web app</b> of your own. Google makes it for you, at no cost: a few
        clicks, once.
      </p>
      <ol class="steps">
        <Step number={1} title="The sheet is set up" standing="done">
          <p class="help">Its tabs are ready, and the program looks after them once a minute.</p>
        </Step>
        <Step number={2} title="Open the script" standing={made}>
          <p>
            <OpenLink href={editor}>Open the script</OpenLink>
          </p>
          <p class="help">
            It opens in another tab of your browser; leave this window open. (In the sheet it is at
            Extensions → Apps Script.)
          </p>
        </Step>
        <Step number={3} title="Make the web app" standing={made}>
          <p>
            There, click <b>Deploy → New deployment</b>, then the gear, then <b>Web app</b>.
          </p>
          <Folded picture={NEW_DEPLOYMENT} open={!reached} />
          <p>
            Leave <b>Execute as</b> at <b>Me</b>, set <b>Who has access</b> to <b>Anyone</b>, and
            click <b>Deploy</b>.
          </p>
          <Folded picture={DEPLOYMENT} open={!reached} />
        </Step>
        <AddressStep webApp={webApp} standing={standing} />
        <Step number={5} title="Connect WhatsApp or Telegram" standing={reached ? 'open' : 'later'}>
          <OpenDialog name="connect" look="action">
            Go on
          </OpenDialog>
        </Step>
      </ol>
      {webApp.error !== null && <Failure error={webApp.error} again={webApp.look} />}
    </>
  );
}
