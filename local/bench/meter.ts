/**
 * Measures the processor time of the script itself: its load, and its run without what Google's services take, which
 * here is the stand-in's time and not Google's.
 */
import vm from 'node:vm';
import type { Execution, LocalAppsScript } from '../apps-script';
import { codeLoader } from '../apps-script/folder-code';

/** Processor time in milliseconds. */
interface Sample {
  /** Reading, compiling and evaluating the folder's code in a fresh context. */
  loadMs: number;
  /** In the function that was called and in what it calls, up to the door of each service. */
  runMs: number;
}

export interface Measured extends Sample {
  execution: Execution;
}

/** Does something and gives the executions that began in it, in their order, each with its own processor time. */
export function measured(script: LocalAppsScript, action: () => void): Measured[] {
  const before = new Set(script.executions);
  const samples: Sample[] = [];
  const { load, keepsCompiled } = codeLoader;
  codeLoader.keepsCompiled = false;
  codeLoader.load = (folder, context) => {
    const sample = { loadMs: 0, runMs: 0 };
    samples.push(sample);
    const boundary = new Boundary(context as Record<string, unknown>);
    const watch = new Stopwatch();
    watch.start();
    const loaded = load(folder, context);
    watch.stop();
    sample.loadMs = watch.ms;
    return boundary.entries(loaded, sample);
  };
  try {
    action();
  } finally {
    Object.assign(codeLoader, { load, keepsCompiled });
  }
  const executions = script.executions.filter((execution) => !before.has(execution));
  if (executions.length !== samples.length) {
    throw new Error(
      `${executions.length} executions are recorded, but ${samples.length} were measured.`,
    );
  }
  return executions.map((execution, n) => ({ execution, ...(samples[n] as Sample) }));
}

/**
 * Adds up processor time. The clock also counts other programs' turns, and the process also counts its helper threads
 * (garbage, compiling), which may be at work for the stand-in: of each stretch the smaller is taken.
 */
class Stopwatch {
  ms = 0;
  private from: { clock: number; process: number } | undefined;

  start(): void {
    this.from = { clock: performance.now(), process: processMs() };
  }

  /** @returns whether it was running */
  stop(): boolean {
    if (!this.from) return false;
    this.ms += Math.min(performance.now() - this.from.clock, processMs() - this.from.process);
    this.from = undefined;
    return true;
  }
}

function processMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Stands between a script and the services of one execution, and times what happens on the script's side. */
class Boundary {
  private readonly watch = new Stopwatch();
  private readonly services = new WeakMap<object, object>();
  private readonly ScriptObject: ObjectConstructor;

  constructor(globals: Record<string, unknown>) {
    this.ScriptObject = vm.runInContext('Object', globals as vm.Context) as ObjectConstructor;
    for (const [name, value] of Object.entries(globals)) globals[name] = this.outward(value);
  }

  /** The loaded script, whose functions note in `sample` how long they ran. */
  entries(script: Record<string, unknown>, sample: Sample): Record<string, unknown> {
    return new Proxy(script, {
      get: (_, name) => {
        const member: unknown = Reflect.get(script, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          this.watch.start();
          try {
            return this.inward(member(...args));
          } finally {
            this.watch.stop();
            sample.runMs = this.watch.ms;
          }
        };
      },
    });
  }

  /** What the script is given: a service becomes a timed one, data stays as it is. */
  private outward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) value[i] = this.outward(value[i]);
      return value;
    }
    if (value instanceof this.ScriptObject) return value;
    const timed = new Proxy(value, {
      get: (service, name) => {
        const member = this.atService(() => Reflect.get(service, name) as unknown);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) =>
          this.atService(() => member(...args.map((arg) => this.inward(arg))));
      },
    });
    this.services.set(timed, value);
    return timed;
  }

  /** What a service is given: its own objects, not the timed ones. */
  private inward(value: unknown): unknown {
    return (typeof value === 'object' && value && this.services.get(value)) || value;
  }

  private atService(action: () => unknown): unknown {
    const running = this.watch.stop();
    try {
      return this.outward(action());
    } finally {
      if (running) this.watch.start();
    }
  }
}
