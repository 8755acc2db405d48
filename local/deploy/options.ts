/** The command line: `npm run deploy -- --sheet <address> …` */
import { parseArgs } from 'node:util';
import { Failure } from './failure';

export const HELP = `npm run deploy                 from a clone to a live sheet; later: ship a new version
npm run rollback               back to the version before

Options, after two dashes (npm run deploy -- --dry-run):
  --sheet <address or id>      use this spreadsheet instead of making one
  --script <address or id>     use this script project (in the sheet: Extensions → Apps Script)
  --deployment <address or id> use this deployment when the script has several; \`new\` when all are gone
  --dry-run                    show the files and what would change, and change nothing
  --help                       this text`;

export interface Options {
  command: 'deploy' | 'rollback' | 'help';
  dryRun: boolean;
  sheet?: string;
  script?: string;
  deployment?: string;
}

/**
 * Reads the arguments.
 *
 * @throws Failure for an unknown option, or an address that holds no id
 */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const [command = 'deploy', ...rest] = positionals;
  if (values.help) return { command: 'help', dryRun: false };
  if ((command !== 'deploy' && command !== 'rollback') || rest.length > 0) {
    throw wrong(`“${positionals.join(' ')}” is not something this command can do.`);
  }
  const options: Options = { command, dryRun: values['dry-run'] === true };
  if (values.sheet !== undefined) options.sheet = sheetId(values.sheet);
  if (values.script !== undefined) options.script = scriptId(values.script);
  if (values.deployment !== undefined) options.deployment = deploymentId(values.deployment);
  return options;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        sheet: { type: 'string' },
        script: { type: 'string' },
        deployment: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

/** `https://docs.google.com/spreadsheets/d/<id>/edit#gid=0`, or the id itself. */
function sheetId(given: string): string {
  return idIn(given, /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})/, {
    option: '--sheet',
    looksLike: 'https://docs.google.com/spreadsheets/d/…/edit',
  });
}

/** `https://script.google.com/home/projects/<id>/edit`, or the id itself. */
function scriptId(given: string): string {
  return idIn(given, /script\.google\.com\/.*?(?:projects|d)\/([\w-]{20,})/, {
    option: '--script',
    looksLike: 'https://script.google.com/home/projects/…/edit',
  });
}

/** `https://script.google.com/macros/s/<id>/exec`, the id itself, or `new`. */
function deploymentId(given: string): string {
  if (given === 'new') return given;
  return idIn(given, /\/macros\/s\/(AKfy[\w-]+)\//, {
    option: '--deployment',
    looksLike: 'https://script.google.com/macros/s/AKfy…/exec',
  });
}

function idIn(
  given: string,
  address: RegExp,
  { option, looksLike }: Record<string, string>,
): string {
  const text = given.trim();
  const id = address.exec(text)?.[1] ?? /^[\w-]{20,}$/.exec(text)?.[0];
  if (id) return id;
  throw wrong(`${option} ${text}: there is no id in it. It should look like ${looksLike}`);
}

function wrong(what: string): Failure {
  return new Failure(what, ['Run `npm run deploy -- --help` to see what it takes.']);
}
