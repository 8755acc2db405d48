/** The first step: whether strangers reach the web app, and whether it and the trigger see the sheet. It starts by itself. */
import { Button } from '../components/button';
import { Findings } from '../components/findings';
import { Failure } from '../components/status';
import { Step, standingOf } from '../components/step';
import { addressFinding, type Finding, handshakeFinding, sheetFinding } from '../shared/findings';
import { AnotherAddress } from './another-address';
import type { Dialog } from './dialog';
import { type GoogleLook, useGoogle } from './use-google';

const ALLOWED: Finding = { result: 'pass', found: 'Yes: otherwise this page would not open.' };

export function GoogleStep({ dialog }: { dialog: Dialog }) {
  const google = useGoogle(dialog);
  const { look, trigger, error, again } = google;
  const address = look && addressFinding(look);
  const sheet = look && trigger !== 'waiting' ? sheetFinding(look.sight, trigger) : null;
  const handshake = look && handshakeFinding(look);
  const lines = [
    { title: 'You have allowed the script to work', finding: ALLOWED },
    { title: 'Strangers reach the web app', finding: address },
    { title: 'Web app and trigger see the sheet', finding: sheet },
    { title: 'The web app answers the handshake', finding: handshake },
  ];
  const standing = standingOf([address, sheet, handshake].map((finding) => finding?.result));
  return (
    <Step number={1} title="What Google allows" standing={standing}>
      {error ? (
        <Failure error={error} again={again} />
      ) : (
        <Findings heading="h3" lines={lines.map((line) => ({ ...line, running: true }))} />
      )}
      <p class="status busy" role="status">
        {error ? '' : waitsFor(google)}
      </p>
      <Button look="link" work={() => void again()}>
        Look again
      </Button>
      <AnotherAddress dialog={dialog} needed={address?.result === 'fail'} used={again} />
    </Step>
  );
}

function waitsFor({ look, trigger }: GoogleLook): string {
  if (!look) return 'Opening the web app as a stranger would…';
  if (trigger !== 'waiting') return '';
  const sees = look.sight?.cell ? 'The web app sees the sheet. ' : '';
  return `${sees}The one-minute trigger looks with its next run: up to two minutes. Go on meanwhile.`;
}
