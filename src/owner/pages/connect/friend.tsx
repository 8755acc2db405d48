/** The last step: the owner's own link for a friend to try. */
import type { State } from '../../wire';
import { OpenLink } from '../components/button';
import { Copy } from '../components/copy';
import { QrCode } from '../components/qr-code';
import { Failure } from '../components/status';
import { linkFor, readWire, settingsOf } from '../shared/client';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';

/** @param phone the owner's own, digits */
export function FriendLink({ state, phone }: { state: State; phone: string }) {
  const { value, error, again } = useCall(() => server.addClients([{ key: phone, name: '' }]));
  if (error) return <Failure error={error} again={again} />;
  const [made] = value ?? [];
  if (!made) return null;
  const link = linkFor(readWire(made.client), settingsOf(state));
  return (
    <div class="friend">
      <QrCode link={link} title="QR code of your own referral link" />
      <div>
        <p>
          This is your own referral link. Have a friend scan it and send the message that is filled
          in: you are told right away, and the referral is in the Clients tab.
        </p>
        <div class="buttons">
          <Copy text={() => link}>Copy the link</Copy>
          <OpenLink href={link}>Open the link</OpenLink>
        </div>
      </div>
    </div>
  );
}
