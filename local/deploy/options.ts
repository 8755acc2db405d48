/** The command line: `npm run deploy -- --sheet <address> …` */
import { parseArgs } from 'node:util';
import { Failure } from './failure';
import { keptByNpm } from './kept-by-npm';

export const HELP = `npm run deploy                 from a clone to a live sheet; later: ship a new version
npm run rollback               back to the version before

Options, after two dashes (npm run deploy -- --dry-run):
  --sheet <address or id>      use this spreadsheet instead of making one
  --script <address or id>     use this script project (in the sheet: Extensions → Apps Script)
  --deployment <address or id> use this deployment: when the script has several, or you made one by hand
  --new-deployment             make a new deployment, for which the manifest settles who may open it. Its address is
                               another one: enter it at WhatsApp (in the sheet: Referrals → Connect…)
  --wide-scope                 ask Google for all spreadsheets of the account instead of this one, for when the program
                               says that it needs it; remembered until
  --narrow-scope               goes back to this spreadsheet only
  --mail                       ask Google for the permission to send e-mails as you, for the setting “E-mail to you”;
                               remembered until
  --without-mail               takes it out again
  --dry-run                    show the files and what would change, and change nothing
  --help                       this text`;

const OPTIONS = {
  sheet: { type: 'string' },
  script: { type: 'string' },
  deployment: { type: 'string' },
  'new-deployment': { type: 'boolean' },
  'wide-scope': { type: 'boolean' },
  'narrow-scope': { type: 'boolean' },
  mail: { type: 'boolean' },
  'without-mail': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Options {
  command: 'deploy' | 'rollback' | 'help';
  dryRun: boolean;
  sheet?: string;
  script?: string;
  /** An id, or `new`. */
  deployment?: string;
  /** Left out, it stays as it is. */
  wideScope?: boolean;
  /** The same. */
  mail?: boolean;
}

/**
 * Reads the arguments, those included that npm keeps for itself when the two dashes are missing.
 *
 * @param env where npm puts them
 * @throws Failure for an unknown option, or an address that holds no id
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv = {}): Options {
  const { values, positionals } = parse(keptByNpm(args, env, OPTIONS));
  const [command = 'deploy', ...rest] = positionals;
  if (values.help) return { command: 'help', dryRun: false };
  if ((command !== 'deploy' && command !== 'rollback') || rest.length > 0) {
    throw wrong(`“${positionals.join(' ')}” is not something this command can do.`);
  }
  const options: Options = { command, dryRun: values['dry-run'] === true };
  if (values.sheet !== undefined) options.sheet = sheetId(values.sheet);
  if (values.script !== undefined) options.script = scriptId(values.script);
  if (values.deployment !== undefined) options.deployment = deploymentId(values.deployment);
  if (values['new-deployment']) options.deployment = onlyNew(options.deployment);
  const wide = values['wide-scope'];
  if (wide && values['narrow-scope']) throw wrong('--wide-scope and --narrow-scope: choose one.');
  if (wide || values['narrow-scope']) options.wideScope = wide === true;
  const { mail } = values;
  if (mail && values['without-mail']) throw wrong('--mail and --without-mail: choose one.');
  if (mail || values['without-mail']) options.mail = mail === true;
  const given = Object.keys(options).filter((name) => name !== 'command' && name !== 'dryRun');
  if (command === 'rollback' && given.length > 0) {
    throw wrong('A rollback takes no other option than --dry-run.');
  }
  return options;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
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

/** `https://script.google.com/macros/s/<id>/exec`, a company's address, the id itself, or `new`. */
function deploymentId(given: string): string {
  if (given === 'new') return given;
  return idIn(given, /\/macros\/(?:[^/]+\/)?s\/(AKfy[\w-]+)\//, {
    option: '--deployment',
    looksLike: 'https://script.google.com/macros/s/AKfy…/exec',
  });
}

function onlyNew(deployment: string | undefined): string {
  if (deployment && deployment !== 'new') {
    throw wrong('--deployment and --new-deployment: choose one.');
  }
  return 'new';
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
