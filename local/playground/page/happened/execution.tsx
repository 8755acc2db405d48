/** One execution: what it was about, what it asked of Google, what it sent. */
import { useState } from 'preact/hooks';
import type { Happening, Sent } from '../../view';
import { clockTime, count, duration } from '../format';
import { memo } from '../memo';
import { isRefused, SentMessage } from './sent';

interface ExecutionProps {
  one: Happening;
  timeZone: string;
}

export const Execution = memo(({ one, timeZone }: ExecutionProps) => {
  const [open, setOpen] = useState(false);
  return (
    <details
      class={`execution ${one.quiet ? 'quiet' : ''}`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <Head one={one} timeZone={timeZone} />
      {open && <Inside one={one} />}
    </details>
  );
});

/** The line that is always seen. */
function Head({ one, timeZone }: ExecutionProps) {
  const calls = Object.values(one.calls).reduce((sum, n) => sum + n, 0);
  return (
    <summary>
      <time>{clockTime(one.at, timeZone)}</time>
      <span class="about" title={one.about}>
        {one.about}
      </span>
      {one.error !== undefined && <span class="badge bad">failed</span>}
      <SentBadge sent={one.sent} />
      <span class="cost" title={`${one.function}: ${count(calls, 'service call')}`}>
        {count(calls, 'call')} · {duration(one.modelledMs)}
      </span>
    </summary>
  );
}

function SentBadge({ sent }: { sent: readonly Sent[] }) {
  const refused = sent.filter(isRefused).length;
  if (refused > 0) return <span class="badge bad">not sent {refused}</span>;
  return sent.length > 0 && <span class="badge">sent {sent.length}</span>;
}

/** What opens below it. */
function Inside({ one }: { one: Happening }) {
  return (
    <div class="inside">
      <p class="function">
        <code>{one.function}</code> took {duration(one.modelledMs)} by the cost model.
      </p>
      {one.error !== undefined && <p class="error">{one.error}</p>}
      {Object.keys(one.calls).length > 0 && <Calls one={one} />}
      {one.sent.length > 0 && <h3>Sent</h3>}
      {one.sent.map((sent, index) => (
        <SentMessage key={index} sent={sent} />
      ))}
      {one.log.length > 0 && <h3>Log</h3>}
      {one.log.length > 0 && <pre>{one.log.join('\n')}</pre>}
    </div>
  );
}

function Calls({ one: { calls, trace } }: { one: Happening }) {
  const most = Math.max(...Object.values(calls));
  return (
    <ul class="calls">
      {Object.entries(calls).map(([kind, n]) => {
        const what = trace.filter((call) => call.kind === kind).map((call) => call.what);
        return (
          <li key={kind}>
            <span class="kind">{kind}</span>
            <span class="bar" aria-hidden="true" style={`--part: ${n / most}`} />
            <span class="count">{n}</span>
            <span class="what" title={what.join('\n')}>
              {what.join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
