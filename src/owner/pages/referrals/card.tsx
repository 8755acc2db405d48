/** The client whose row is selected in the sheet: who invited them, whom they invited, their rewards, and their link. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { isForgotten } from '../../../program/forgotten';
import { keyOf, keysOf } from '../../../program/people';
import { maskPhone } from '../../../program/phone';
import { Button } from '../components/button';
import { sendLink } from '../components/send-link';
import { StatusLine } from '../components/status';
import { RewardsOfPerson } from '../rewards/of-person';
import { linkFor, nameOf, type RowClient, readWire, settingsOf } from '../shared/client';
import { copy } from '../shared/copy';
import { server } from '../shared/server';
import { type Status, useStatus } from '../shared/use-status';
import type { Base } from './base';
import { ExportPerson } from './export-person';
import { ForgetPerson } from './forget-person';
import { FriendsOfClient } from './large';
import { noticeState } from './notice-state';
import { ChosenByKey, Invitees, Person, Sidebar } from './people';

interface CardProps {
  client: RowClient;
  base: Base;
  /** Whether there are rewards to be seen. */
  rewards: boolean;
  /** Whether their row is not in the tab yet, but will be. */
  late: boolean;
  close: () => void;
}

export function Card(props: CardProps) {
  return isForgotten(props.client) ? <ForgottenCard {...props} /> : <ClientCard {...props} />;
}

/** Somebody who was forgotten: what is left is nobody's business. */
function ForgottenCard({ client, close }: CardProps) {
  return (
    <Frame client={client} close={close}>
      <p class="secondary">
        The row stays, so that your numbers add up and nothing counts twice. If they write to you
        again and want to be a client, it becomes theirs again.
      </p>
    </Frame>
  );
}

interface FrameProps extends Pick<CardProps, 'client' | 'close'> {
  children: ComponentChildren;
}

/** Whom the card is about, and its way out. */
function Frame({ client, close, children }: FrameProps) {
  return (
    <section class="card" aria-label="The selected client">
      <header>
        <h2>{nameOf(client)}</h2>
        <button type="button" class="close" aria-label="Close this client" onClick={close}>
          ×
        </button>
      </header>
      {children}
    </section>
  );
}

function ClientCard({ client, base, rewards, late, close }: CardProps) {
  const { day, large } = useContext(Sidebar);
  const status = useStatus();
  return (
    <Frame client={client} close={close}>
      {client.name && client.phone && <p class="secondary">{maskPhone(client.phone)}</p>}
      {client.joined !== null && <p class="secondary">Here since {day(client.joined)}</p>}
      {late && <p class="secondary">Their row comes into the tab Clients within a minute.</p>}
      {client.stopped !== null && <p class="notice bad">wants no messages</p>}
      {client.invitedBy && <InvitedBy client={client} base={base} />}
      {large ? <FriendsOfClient keys={keysOf(client)} /> : <Invited client={client} base={base} />}
      {rewards && <RewardsOfPerson client={client} />}
      <div class="buttons">
        <Button work={() => copyLink(client, status)}>Copy link</Button>
        <Button work={() => send(client, status)}>Send them their link</Button>
      </div>
      <StatusLine of={status} />
      <ExportPerson client={client} />
      <ForgetPerson client={client} />
    </Frame>
  );
}

function Invited({ client, base }: Pick<CardProps, 'client' | 'base'>) {
  const { whole } = useContext(Sidebar);
  const invitees = base.inviteesOf(client);
  return (
    <>
      <h3>{invitedInWords(invitees.length, whole)}</h3>
      <Invitees invitees={invitees} />
    </>
  );
}

/** @param whole whether there can be no more */
function invitedInWords(count: number, whole: boolean): string {
  if (count) return `Invited ${count.toLocaleString()}${whole ? '' : ' so far'}`;
  return whole ? 'Invited nobody yet' : 'None of those read so far was invited by them';
}

function InvitedBy({ client, base }: { client: RowClient; base: Base }) {
  const { large } = useContext(Sidebar);
  const inviter = base.find(client.invitedBy);
  const name = client.inviterName || maskPhone(client.invitedBy);
  const { text, kind } = noticeState(client.notice);
  return (
    <>
      <h3>Invited by</h3>
      {inviter && <Person client={inviter} />}
      {!inviter && large && <ChosenByKey of={client.invitedBy}>{name}</ChosenByKey>}
      {!inviter && !large && <p>{name}</p>}
      {text && <p class={`notice ${kind}`}>{text}</p>}
    </>
  );
}

/** The client with a code, and the settings, as they are now. */
async function ready(client: RowClient) {
  const [state, [made]] = await Promise.all([
    server.state(),
    server.addClients([{ key: keyOf(client), name: client.name }]),
  ]);
  return { state, client: made ? readWire(made.client) : client };
}

async function copyLink(client: RowClient, { say, during }: Status): Promise<void> {
  const made = await during('', ready(client));
  if (!made) return;
  const link = linkFor(made.client, settingsOf(made.state));
  const copied = await copy(link);
  say(copied ? 'Copied.' : link, copied ? 'good' : '');
}

async function send(client: RowClient, status: Status): Promise<void> {
  const made = await status.during('Sending…', ready(client));
  if (made) await sendLink(made.state, made.client, status);
}
