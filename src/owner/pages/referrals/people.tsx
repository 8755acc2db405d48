/** The lists of the sidebar: inviters with their invitees, and what a search found. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { keyOf } from '../../../program/people';
import { isPhone, maskPhone } from '../../../program/phone';
import { List } from '../components/list';
import { nameOf, type RowClient } from '../shared/client';
import type { Base, Inviter } from './base';
import { noticeState } from './notice-state';

/** What lines and card need of the sidebar, however deep they stand in it. */
export const Sidebar = createContext<{
  /** A day for the eye, in the spreadsheet's time zone. */
  day: (at: number) => string;
  /** Selects a client's row in the sheet and shows them. */
  choose: (client: RowClient) => void;
  /** The same for somebody of whom only a number or an id is known. */
  chooseKey: (key: string) => Promise<void>;
  /** How often rewards have been changed here. */
  judged: number;
  /** They have been changed once more. */
  noteJudged: () => void;
  /** Whether all clients have been read; before, numbers are the least that there are. */
  whole: boolean;
  /** Whether they are too many to be read: the database is asked about each. */
  large: boolean;
}>({
  day: String,
  choose: () => undefined,
  chooseKey: () => Promise.resolve(),
  judged: 0,
  noteJudged: () => undefined,
  whole: false,
  large: false,
});

/** Inviters, those with the most referrals first. */
export function Inviters({ inviters }: { inviters: Inviter[] }) {
  return (
    <List
      items={inviters}
      keyOf={({ key }) => key}
      line={(inviter) => <InviterLine inviter={inviter} />}
    />
  );
}

/** Clients that a search found, each with what they have. */
export function Found({ found, base }: { found: RowClient[]; base: Base }) {
  return (
    <List items={found} keyOf={keyOf} line={(client) => <FoundOne client={client} base={base} />} />
  );
}

function FoundOne({ client, base }: { client: RowClient; base: Base }) {
  const inviterName = base.find(client.invitedBy)?.name || client.inviterName;
  return <FoundLine client={{ ...client, inviterName }} invited={base.inviteesOf(client).length} />;
}

/** Somebody who was found. @param invited how many they have invited, as far as that is known */
export function FoundLine({ client, invited }: { client: RowClient; invited: number }) {
  const { whole, large } = useContext(Sidebar);
  const { invitedBy, inviterName } = client;
  return (
    <>
      <Person client={client} />
      <span class="detail">
        {referralsInWords(invited, whole || large)}
        {invitedBy && <span>invited by {inviterName || maskPhone(invitedBy)}</span>}
      </span>
    </>
  );
}

/** A button that selects the row of somebody of whom a number or an id is known. */
export function ChosenByKey({ of, children }: { of: string; children: ComponentChildren }) {
  const { chooseKey } = useContext(Sidebar);
  return (
    <button
      type="button"
      class="line person"
      title="Select this row in the sheet"
      onClick={() => void chooseKey(of)}
    >
      {children}
    </button>
  );
}

/** @param whole whether there can be no more */
function referralsInWords(count: number, whole: boolean): string {
  if (!count) return whole ? 'no referrals' : 'no referrals so far';
  return `${count.toLocaleString()}${whole ? '' : '+'} ${count === 1 && whole ? 'referral' : 'referrals'}`;
}

/** Somebody's invitees with date and notice. */
export function Invitees({ invitees }: { invitees: RowClient[] }) {
  return <List items={invitees} keyOf={keyOf} line={(client) => <Invitee client={client} />} />;
}

/** Somebody; a click selects their row in the sheet. */
export function Person({ client, words }: { client: RowClient; words?: string }) {
  const { choose } = useContext(Sidebar);
  const phone = client.phone && maskPhone(client.phone);
  return (
    <button
      type="button"
      class="line person"
      title="Select this row in the sheet"
      onClick={() => choose(client)}
    >
      {words ?? <span class="name">{nameOf(client)}</span>}
      {!words && client.name && phone && <span class="secondary">{phone}</span>}
    </button>
  );
}

function InviterLine({ inviter }: { inviter: Inviter }) {
  const { key, client, name, invitees } = inviter;
  const { whole } = useContext(Sidebar);
  const [open, setOpen] = useState(false);
  const phone = client?.phone ?? (isPhone(key) ? key : '');
  return (
    <>
      <button type="button" class="line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="arrow" aria-hidden="true">
          ▸
        </span>
        <span class="who">
          <span class="name">{nameOf({ name, phone })}</span>
          {phone && <span class="secondary">{maskPhone(phone)}</span>}
        </span>
        <span class="count">
          {invitees.length.toLocaleString()}
          {!whole && <span title="so far">+</span>}
          <span class="hidden">{invitees.length === 1 ? ' referral' : ' referrals'}</span>
        </span>
      </button>
      {open && (
        <div class="invitees">
          {client && <Person client={client} words="Show this inviter in the sheet" />}
          <Invitees invitees={invitees} />
        </div>
      )}
    </>
  );
}

function Invitee({ client }: { client: RowClient }) {
  const { day } = useContext(Sidebar);
  const { text, kind } = noticeState(client.notice);
  return (
    <>
      <Person client={client} />
      <span class="detail">
        {client.joined !== null && day(client.joined)}
        {text && <span class={`notice ${kind}`}>{text}</span>}
      </span>
    </>
  );
}
