/** The step in which the program learns the web app's address, and looks at it as a stranger would. */
import { useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { Findings } from '../components/findings';
import { StatusLine } from '../components/status';
import { type Standing, Step } from '../components/step';
import { Folded } from '../shared/pictures/drawing';
import { WEB_APP_URL } from '../shared/pictures/web-app-url';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import type { WebApp } from './use-web-app';

export function AddressStep({ webApp, standing }: { webApp: WebApp; standing: Standing }) {
  const { finding, look } = webApp;
  const [address, setAddress] = useState('');
  const status = useStatus();
  const use = async () => {
    if (await status.during('Asking it…', server.useAddress(address))) return look();
    focusField('address');
  };
  const line = { title: 'Strangers reach it', finding, running: true };
  const reached = finding?.result === 'pass';
  return (
    <Step number={4} title="Give it its address" standing={standing}>
      <Findings heading="h3" lines={[line]} />
      <p class="status busy" role="status">
        {finding || webApp.error ? '' : 'Looking for it, as a stranger would…'}
      </p>
      <Button look="link" work={look}>
        Look again
      </Button>
      {!reached && (
        <>
          <Field
            id="address"
            label="The web app’s address"
            type="url"
            placeholder="https://script.google.com/macros/s/…/exec"
            value={address}
            onInput={setAddress}
            hint="Google shows it when the web app is made; later at Deploy → Manage deployments."
          >
            <Button work={use}>Use this address</Button>
          </Field>
          <StatusLine of={status} />
          <Folded picture={WEB_APP_URL} open />
        </>
      )}
    </Step>
  );
}
