/** Session, Logger and console: who is here, and what the script has to say. */
import { inspect } from 'node:util';
import { guard } from './guard';
import type { Run } from './run';

/** The global `Session` of one execution. */
export function session(run: Run): object {
  const { options, book } = run.world;
  const user = (email: string) => guard(run, 'User', { getEmail: () => email });
  return guard(run, 'Session', {
    getActiveUser: () => user(run.isAnonymous ? '' : options.user),
    getEffectiveUser: () => user(options.user),
    getScriptTimeZone: () => options.timeZone,
    getActiveUserLocale: () => book.locale.split('_')[0] ?? 'en',
    getTemporaryActiveUserKey: () => 'local-user-key',
  });
}

/** The global `Logger` of one execution: `%s` and `%d` are filled in, as in the real one. */
export function logger(run: Run): object {
  const service: object = guard(run, 'Logger', {
    log: (data: unknown, ...values: unknown[]) => {
      let next = 0;
      const text = typeof data === 'string' ? data : shown(data);
      run.record.log.push(
        values.length ? text.replace(/%[sd]/g, () => String(values[next++])) : text,
      );
      return service;
    },
    clear: () => {
      run.record.log.length = 0;
    },
    getLog: () => run.record.log.join('\n'),
  });
  return service;
}

/** The global `console` of one execution. */
export function scriptConsole(run: Run): object {
  const log = (...values: unknown[]) => {
    run.record.log.push(values.map(shown).join(' '));
  };
  const quiet = () => undefined;
  return guard(run, 'console', {
    ...{ log, info: log, warn: log, error: log, debug: log },
    ...{ time: quiet, timeEnd: quiet },
  });
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Object.prototype.toString.call(value) === '[object Error]') {
    return (value as Error).stack ?? String(value);
  }
  return inspect(value, { depth: 6, breakLength: Infinity });
}
