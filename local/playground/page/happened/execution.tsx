/** One execution: what it was about, what it asked of Google, what it sent. */
import { useState } from 'preact/hooks';
import type { Happening, Sent } from '../../view';
import { clockTime, duration } from '../format';
import { memo } from '../memo';
import { isRefused } from './refusals';
import { SentMessage } from './sent';
import { costOf, sentenceOf } from './words';

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
  const sentence = sentenceOf(one);
  return (
    <summary>
      <time>{clockTime(one.at, timeZone)}</time>
      <span class="about" title={sentence}>
        {sentence}
      </span>
      {one.error !== undefined && <span class="badge bad">failed</span>}
      <SentBadge sent={one.sent} />
    </summary>
  );
}

function SentBadge({ sent }: { sent: readonly Sent[] }) {
  const refused = sent.filter(isRefused).length;
  if (refused > 0) return <span class="badge bad">{refused} not sent</span>;
  return sent.length > 0 && <span class="badge">{sent.length} sent</span>;
}

/** What opens below it. */
function Inside({ one }: { one: Happening }) {
  return (
    <div class="inside">
      {one.error !== undefined && <Failed one={one} error={one.error} />}
      {one.sent.map((sent, index) => (
        <SentMessage key={index} sent={sent} />
      ))}
      <details class="closer">
        <summary>For programmers: what it asked of Google</summary>
        <p class="function">{costOf(one, duration(one.modelledMs))}</p>
        {Object.keys(one.calls).length > 0 && <Calls one={one} />}
        {one.log.length > 0 && <h3>Log</h3>}
        {one.log.length > 0 && <pre>{one.log.join('\n')}</pre>}
      </details>
    </div>
  );
}

function Failed({ one, error }: { one: Happening; error: string }) {
  const kept = ['doPost', 'drainPending'].includes(one.function);
  return (
    <div class="refusal">
      <p>The script stopped: {error}</p>
      {kept && <p>What had arrived is kept, and is handled within a minute. Nothing is lost.</p>}
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
