/** The view of referrals where the base is too large for a page: its database searches, and counts. */
import { useState } from 'preact/hooks';
import { isPhone, maskPhone } from '../../../program/phone';
import type { FoundClient, TopInviters } from '../../wire';
import { Field } from '../components/field';
import { List } from '../components/list';
import { PeriodChoice } from '../components/period-choice';
import { Failure, Loading } from '../components/status';
import { nameOf, readWire } from '../shared/client';
import { ALWAYS, daysOf, type Span } from '../shared/periods';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import { useSettled } from '../shared/use-settled';
import { ChosenByKey, FoundLine, Invitees } from './people';

/** As many as a search gives. */
const MOST_FOUND = 50;

/** @param today as `2026-12-31` */
export function LargeView({ today }: { today: string }) {
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim());
  return (
    <>
      <Field
        id="search"
        label="Search"
        type="search"
        placeholder="Name, number or code"
        value={typed}
        onInput={setTyped}
      />
      {wanted ? <Search key={wanted} typed={wanted} /> : <Everybody today={today} />}
    </>
  );
}

function Search({ typed }: { typed: string }) {
  const { value: found, error, again } = useCall(() => server.findClients(typed));
  if (error) return <Failure error={error} again={again} />;
  if (!found) return <Loading lines={3} />;
  return (
    <>
      <p class="secondary" role="status">
        {foundInWords(found.length)}
      </p>
      <List items={found} keyOf={({ client: [row] }) => String(row)} line={foundLine} />
    </>
  );
}

function foundInWords(count: number): string {
  if (!count) return 'Nobody has that name, number or code.';
  return count < MOST_FOUND
    ? `${count} found`
    : `${MOST_FOUND} of those found. Type more to find fewer.`;
}

function foundLine({ client, invited }: FoundClient) {
  return <FoundLine client={readWire(client)} invited={invited} />;
}

function Everybody({ today }: { today: string }) {
  const [span, setSpan] = useState<Span>(ALWAYS);
  return (
    <>
      <h2>Inviters</h2>
      <PeriodChoice id="period" span={span} choose={setSpan} />
      <Top key={JSON.stringify(span)} span={span} today={today} />
    </>
  );
}

function Top({ span, today }: { span: Span; today: string }) {
  const { from, to } = daysOf(span, today);
  const { value: top, error, again } = useCall(() => server.topInviters(from, to));
  if (error) return <Failure error={error} again={again} />;
  if (!top) return <Loading lines={6} />;
  return (
    <>
      <p class="secondary" role="status">
        {`${top.referrals.toLocaleString()} ${top.referrals === 1 ? 'referral' : 'referrals'}`}
      </p>
      <List items={top.inviters} keyOf={({ key }) => key} line={topLine} />
    </>
  );
}

type Inviter = TopInviters['inviters'][number];

function topLine(inviter: Inviter) {
  return <TopLine inviter={inviter} />;
}

function TopLine({ inviter }: { inviter: Inviter }) {
  const { key, name, count } = inviter;
  const [open, setOpen] = useState(false);
  const phone = isPhone(key) ? key : '';
  return (
    <>
      <button type="button" class="line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="arrow" aria-hidden="true">
          ▸
        </span>
        <span class="who">
          <span class="name">{nameOf({ name, phone, ids: [key] })}</span>
          {phone && <span class="secondary">{maskPhone(phone)}</span>}
        </span>
        <span class="count">
          {count.toLocaleString()}
          <span class="hidden">{count === 1 ? ' referral' : ' referrals'}</span>
        </span>
      </button>
      {open && (
        <div class="invitees">
          <ChosenByKey of={key}>Show this inviter in the sheet</ChosenByKey>
          <Friends keys={[key]} />
        </div>
      )}
    </>
  );
}

/** Whom somebody has invited, the newest first. */
function Friends({ keys }: { keys: string[] }) {
  const { value: friends, error, again } = useCall(() => server.friendsOf(keys));
  if (error) return <Failure error={error} again={again} />;
  if (!friends) return <Loading lines={2} />;
  const newest = friends.newest.map(readWire).reverse();
  return (
    <>
      <Invitees invitees={newest} />
      {friends.count > newest.length && (
        <p class="secondary">The newest {newest.length.toLocaleString()} are shown.</p>
      )}
    </>
  );
}

/** The same on a card, with how many they are. */
export function FriendsOfClient({ keys }: { keys: string[] }) {
  const { value: friends } = useCall(() => server.friendsOf(keys));
  const count = friends?.count ?? 0;
  const words = count ? `Invited ${count.toLocaleString()}` : 'Invited nobody yet';
  return (
    <>
      <h3>{friends ? words : 'Invited'}</h3>
      {friends && <Invitees invitees={friends.newest.map(readWire).reverse()} />}
    </>
  );
}
