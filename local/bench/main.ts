/** `npm run bench`: what each kind of event costs, in our script and in a plain one. */
import v8 from 'node:v8';
import { run } from './run';

// Every execution compiles the script again, as the first message on a machine of Google's does.
v8.setFlagsFromString('--no-compilation-cache');

/** On a terminal the last line says what is measured just now; it is written over. */
const { stderr } = process;
const step = (text: string) => {
  if (stderr.isTTY) stderr.write(`\r\x1b[K${text && `  ${text}`}`);
};

run(process.argv.slice(2), {
  result: (text) => {
    step('');
    console.log(text);
  },
  progress: (text) => {
    step('');
    console.error(text);
  },
  step,
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
