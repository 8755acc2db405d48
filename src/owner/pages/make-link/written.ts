/** Long writing of links, with what is said of it at the end. */
import type { LongWork, Step } from '../components/progress';
import type { Status } from '../shared/use-status';

/** Writes links into the sheet and says how many stand there now. */
export async function write(
  long: LongWork,
  { say, during }: Status,
  work: (step: Step) => Promise<number>,
): Promise<void> {
  const done = await during('', long.run('Writing…', work));
  if (!done) return;
  const { result: count, stopped } = done;
  const words = `${count.toLocaleString()} ${count === 1 ? 'link stands' : 'links stand'} in the column Link.`;
  say(stopped ? `Stopped. ${words}` : words, 'good');
}
