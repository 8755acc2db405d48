/**
 * `npm run deploy --dry-run`, without the two dashes in between: npm keeps such options for itself and tells them only in
 * the environment. Somebody who wanted to look must not deploy, so they count as if they had come.
 */
import { Failure } from './failure';

type Known = Record<string, { type: 'string' | 'boolean' }>;

const PREFIX = 'npm_config_';

/**
 * The arguments with what npm kept.
 *
 * @param known the options that there are
 * @throws Failure when it cannot be told what belongs to an option, or when one is only like a known one
 */
export function keptByNpm(args: string[], env: NodeJS.ProcessEnv, known: Known): string[] {
  const kept = Object.entries(env).filter(([name, value]) => name.startsWith(PREFIX) && value);
  const rest = [...args];
  const added: string[] = [];
  for (const [variable, value = ''] of kept) {
    const name = variable.slice(PREFIX.length).replaceAll('_', '-');
    const option = known[name];
    if (!option) refuseIfAlike(name, known);
    else if (option.type === 'boolean') added.push(...(value === 'false' ? [] : [`--${name}`]));
    else added.push(`--${name}=${value === 'true' ? takeValue(rest, name, kept, known) : value}`);
  }
  return [...rest, ...added];
}

/** npm passes the value of `--sheet <address>` on as a word of its own; with two such options nobody knows whose it is. */
function takeValue(
  rest: string[],
  name: string,
  kept: [string, string | undefined][],
  known: Known,
): string {
  const waiting = kept.filter(([variable, value]) => {
    const option = known[variable.slice(PREFIX.length).replaceAll('_', '-')];
    return option?.type === 'string' && value === 'true';
  });
  const words = rest.filter((word) => word !== 'rollback' && word !== 'deploy');
  const [word] = words;
  if (waiting.length !== 1 || words.length !== 1 || word === undefined) throw dashes(`--${name}`);
  rest.splice(rest.indexOf(word), 1);
  return word;
}

function refuseIfAlike(name: string, known: Known): void {
  const bare = (text: string) => text.replaceAll('-', '');
  const meant = Object.keys(known).find((option) => bare(option) === bare(name));
  if (meant) throw dashes(`--${name}`, meant);
}

function dashes(option: string, meant = option.slice(2)): Failure {
  return new Failure(`npm kept ${option} for itself, so nothing was done.`, [
    `Put two dashes before it: \`npm run deploy -- --${meant} …\``,
  ]);
}
