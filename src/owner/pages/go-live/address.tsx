/** The step in which the program learns the web app's address, and looks at it as a stranger would. */
import { AddressField } from '../components/address-field';
import { Button } from '../components/button';
import { Findings } from '../components/findings';
import { type Standing, Step } from '../components/step';
import { Folded } from '../shared/pictures/drawing';
import { WEB_APP_URL } from '../shared/pictures/web-app-url';
import type { WebApp } from './use-web-app';

export function AddressStep({ webApp, standing }: { webApp: WebApp; standing: Standing }) {
  const { finding, look } = webApp;
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
          <AddressField
            hint="Google shows it when the web app is made; later at Deploy → Manage deployments."
            used={look}
          />
          <Folded picture={WEB_APP_URL} open />
        </>
      )}
    </Step>
  );
}
