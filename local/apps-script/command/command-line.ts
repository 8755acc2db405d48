/** The command line as a whole: words in, text and exit code out. */
import { Mistake, readWanted, USAGE } from './arguments';
import { report } from './report';
import { runWanted } from './run';

/** What is printed, and how the command ends: 0 it ran, 1 the script failed, 2 the call was wrong. */
interface Ended {
  code: 0 | 1 | 2;
  text: string;
}

/** Does what the words after the command say. */
export function commandLine(words: string[]): Ended {
  try {
    const wanted = readWanted(words);
    if (!wanted) return { code: 0, text: USAGE };
    const happened = runWanted(wanted);
    const text = wanted.json ? JSON.stringify(happened, null, 2) : report(happened);
    return { code: happened.error === undefined ? 0 : 1, text };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const more = 'npm run apps-script -- --help tells what can be asked for.';
    return { code: 2, text: `${error.message}\n${more}` };
  }
}
