/** A list of what was found: a mark, what was looked at, what was found, what to do. */
import type { ComponentChildren } from 'preact';
import type { Finding } from '../shared/findings';

const MARKS = { pass: '✓', fail: '✕', warn: '!', skip: '–' };
const WORDS = { pass: 'passed', fail: 'failed', warn: 'note', skip: 'skipped' };

/** One thing that was looked at. */
export interface FindingLine {
  title: string;
  /** Null while it is waited for. */
  finding: Finding | null;
  /** Whether it is being looked at just now: then the line's mark turns. */
  running?: boolean;
  /** Stands below what to do; where the finding is waited for, below the title. */
  more?: ComponentChildren;
}

interface FindingsProps {
  lines: FindingLine[];
  /** The level that the titles have on this page. */
  heading: 'h2' | 'h3';
  look?: 'findings' | 'checks';
}

export function Findings({ lines, heading, look = 'findings' }: FindingsProps) {
  return (
    <ul class={look}>
      {lines.map((line) => (
        <Line key={line.title} line={line} heading={heading} />
      ))}
    </ul>
  );
}

function Line({ line, heading: Heading }: { line: FindingLine; heading: 'h2' | 'h3' }) {
  const { title, finding, running, more } = line;
  return (
    <li class={finding?.result ?? (running ? 'running' : 'waiting')}>
      <span class="mark" aria-hidden="true">
        {finding && MARKS[finding.result]}
      </span>
      <div>
        <Heading>
          {title}
          {finding && <span class="hidden">: {WORDS[finding.result]}</span>}
        </Heading>
        {finding && <p>{finding.found}</p>}
        {finding?.toDo && <p class="to-do">{finding.toDo}</p>}
        {more}
        <Details of={finding?.details ?? []} open={finding?.result === 'fail'} />
      </div>
    </li>
  );
}

/** @param open whether they are in sight at once */
function Details({ of: details, open }: { of: string[]; open: boolean }) {
  if (!details.length) return null;
  return (
    <details open={open}>
      <summary>What was found</summary>
      <ul>
        {details.map((detail) => (
          <li class="learnt" key={detail}>
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
