/** `npm run apps-script -- <folder> <function>`: runs Apps Script code here and tells what came of it. */
import { commandLine } from './command/command-line';

const { code, text } = commandLine(process.argv.slice(2));
if (code === 2) console.error(text);
else console.log(text);
process.exitCode = code;
