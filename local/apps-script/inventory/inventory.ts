/** What the stand-in has of Apps Script, class by class: found out by asking one object of each for every method. */
import path from 'node:path';
import { ABSENT } from '../globals';
import { LocalAppsScript } from '../local-apps-script';
import { type Method, type ServiceClass, signatures } from '../signatures';

/** A class of which there are objects here. */
export interface Held {
  name: string;
  /** The global that leads to it: "SpreadsheetApp". */
  service: string;
  /** Methods that are there, by name, with their forms where the published types know them. */
  there: Map<string, Method | undefined>;
  /** Methods of the published types that are refused. */
  refused: string[];
}

export interface Inventory {
  held: Held[];
  /** Classes of the same services of which there is no object here, by service. */
  refusedClasses: Map<string, string[]>;
  /** Globals that are there by name only. */
  refusedServices: readonly string[];
}

/** A script that has an object of each class: `specimens` gives them by the class's name. */
function specimenScript(): LocalAppsScript {
  const folder = path.join(__dirname, 'specimens');
  return new LocalAppsScript({ folder, outside: () => ({ status: 200, body: '' }) });
}

/** Asks every class. @throws Error when a specimen cannot be had */
export function inventory(): Inventory {
  const { result, error } = specimenScript().run('specimens');
  if (error !== undefined) throw new Error(`The specimens cannot be had: ${error}`);
  const { classes } = signatures();
  const held = Object.entries(result as Record<string, object>).map(([name, specimen]) =>
    asked(name, specimen, classes.get(name)),
  );
  const refusedClasses = new Map<string, string[]>();
  for (const [name, { label, methods }] of classes) {
    if (methods.size === 0 || NO_SERVICE.has(name) || held.some((entry) => entry.name === name))
      continue;
    const service = serviceOf(name, label);
    refusedClasses.set(service, [...(refusedClasses.get(service) ?? []), name]);
  }
  return { held, refusedClasses, refusedServices: ABSENT };
}

/** In the types for other reasons: JavaScript's own, an interface of Blob, a global that is listed as a whole. */
const NO_SERVICE = new Set(['Date', 'DateConstructor', 'BlobSource', 'Browser', 'MimeType']);

function asked(name: string, specimen: object, known: ServiceClass | undefined): Held {
  const own = methodNames(specimen);
  const typed = [...(known?.methods.keys() ?? [])];
  const there = typed.filter((method) => own.has(method));
  const more = [...own].filter((method) => !known?.methods.has(method));
  return {
    name,
    service: serviceOf(name, known?.label ?? name),
    there: new Map([...there, ...more].sort().map((m) => [m, known?.methods.get(m)])),
    refused: typed.filter((method) => !own.has(method)).sort(),
  };
}

/** The names of an object's methods, its class's included. */
function methodNames(specimen: object): Set<string> {
  const names = new Set<string>();
  for (
    let at: object | null = specimen;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (name !== 'constructor' && typeof Reflect.get(specimen, name) === 'function')
        names.add(name);
    }
  }
  return names;
}

const HOMES: Record<string, string> = {
  Blob: 'Utilities',
  Menu: 'Ui',
  PromptResponse: 'Ui',
  User: 'Session',
};

function serviceOf(name: string, label: string): string {
  return HOMES[name] ?? (label.includes('.') ? (label.split('.')[0] as string) : name);
}
