/** `npm run bench`: what each kind of event costs, in our script and in a plain one. */
import v8 from 'node:v8';
import { run } from './run';

// Every execution compiles the script again, as the first message on a machine of Google's does.
v8.setFlagsFromString('--no-compilation-cache');

run(process.argv.slice(2), {
  result: (text) => console.log(text),
  progress: (text) => console.error(text),
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
