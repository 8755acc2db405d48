/** One numbered step of a dialog, with a mark that tells how it stands. */
import type { ComponentChildren } from 'preact';

export type Standing = 'done' | 'open' | 'later' | 'warn' | 'fail';

const MARKS: Partial<Record<Standing, string>> = { done: '✓', warn: '!', fail: '✕' };
const WORDS: Partial<Record<Standing, string>> = {
  done: ' (done)',
  warn: ' (worth knowing)',
  fail: ' (something is wrong)',
};

interface StepProps {
  number: number;
  title: string;
  /** In a step whose turn has not come, what is in it is not shown. */
  standing: Standing;
  children: ComponentChildren;
}

export function Step({ number, title, standing, children }: StepProps) {
  return (
    <li class={standing}>
      <span class="mark" aria-hidden="true">
        {MARKS[standing] ?? number}
      </span>
      <div>
        <h2>
          {title}
          <span class="hidden">{WORDS[standing]}</span>
        </h2>
        <div class="content">
          {standing === 'later' ? <p class="help">After the steps above.</p> : children}
        </div>
      </div>
    </li>
  );
}

/** How a step stands by what was found in it; what is still waited for is undefined. */
export function standingOf(
  results: ('pass' | 'warn' | 'fail' | 'skip' | undefined)[],
): 'done' | 'open' | 'warn' | 'fail' {
  if (results.includes('fail')) return 'fail';
  if (results.includes('warn')) return 'warn';
  return results.every((result) => result === 'pass') ? 'done' : 'open';
}
