/** A link that was made for one person: to see, to copy, to send, to print. */
import { shownName } from '../../../program/people';
import { Button, OpenLink } from '../components/button';
import { CopyField } from '../components/copy';
import { QrCode } from '../components/qr-code';
import { sendLink } from '../components/send-link';
import { StatusLine } from '../components/status';
import { linkFor, type RowClient } from '../shared/client';
import { download } from '../shared/download';
import { qrPngFile, qrSvgFile } from '../shared/qr';
import { useStatus } from '../shared/use-status';
import type { Context } from './context';

interface MadeLinkProps {
  context: Context;
  client: RowClient;
  /** Whether the person is in the base only since now. */
  added: boolean;
}

export function MadeLink({ context, client, added }: MadeLinkProps) {
  const status = useStatus();
  const link = linkFor(client, context.settings);
  const name = shownName(client, 'them');
  const file = `referral-link-${(client.name || client.phone).replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  const png = async () => {
    const made = await status.during('Drawing…', qrPngFile(link));
    if (made) download(made, `${file}.png`);
  };
  return (
    <section class="made" aria-label="The link">
      <div class="picture">
        <QrCode link={link} title={`QR code of the referral link of ${name}`} />
      </div>
      <div>
        <p>
          {added ? `${name} is in the Clients tab now.` : `${name} was in the Clients tab already.`}
        </p>
        <CopyField id="link" label="Referral link" value={link} />
        <div class="buttons">
          <OpenLink href={link}>Open the link</OpenLink>
          <Button work={() => sendLink(context.state, client, status)}>Send it to them</Button>
        </div>
        <div class="buttons">
          <Button work={png}>QR code as PNG</Button>
          <Button work={() => download(qrSvgFile(link), `${file}.svg`)}>QR code as SVG</Button>
        </div>
        <StatusLine of={status} />
      </div>
    </section>
  );
}
