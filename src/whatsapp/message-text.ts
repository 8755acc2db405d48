/** How much is read of what somebody wrote. */
import { string } from './json';

/** An invitation or a command is near the beginning; the rest of a novel is left out. */
const LENGTH = 2000;

/** The text of a message; '' when it is none. */
export function messageText(value: unknown): string {
  return string(value).slice(0, LENGTH);
}
