/** Every method of every class that the stand-in has: what no form of it takes is refused in Google's words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { methodLabel } from '../../local/apps-script/arguments';
import { type Held, inventory } from '../../local/apps-script/inventory/inventory';
import { type Method, type Parameter, signatures } from '../../local/apps-script/signatures';
import { finished, scriptOf } from './script-of';

const SPECIMENS = readFileSync(
  path.join(__dirname, '../../local/apps-script/inventory/specimens/Code.gs'),
  'utf8',
);
const { held } = inventory();
const names = new Set(held.map(({ name }) => name));

/** A call as code, `it` holding an object of each class. */
const call = (name: string, method: string, args: string[]) =>
  `it.${name}.${method}(${args.join(', ')})`;

/** Code for something that a parameter takes; undefined where there is nothing at hand. */
function fitting(type: string): string | undefined {
  if (/\[\]$|^Array</.test(type)) return '[]';
  const known: Record<string, string> = {
    ...{ string: "'A1'", Char: "'a'", number: '1', Integer: '1', Byte: '1', boolean: 'true' },
    ...{ any: '{}', Date: 'new Date()', BlobSource: 'it.Blob' },
  };
  return known[type] ?? (names.has(type) ? `it.${type}` : undefined);
}

/** The form's arguments with another in one place; undefined when the others cannot be had. */
function argumentsWith(form: Parameter[], place: number, other: string): string[] | undefined {
  const all = form.map(({ type }, i) => (i === place ? other : fitting(type)));
  return all.every((arg) => arg !== undefined) ? (all as string[]) : undefined;
}

const takesAnything = (forms: Parameter[][], place: number) =>
  forms.some((form) => form[place] === undefined || /\bany\b|Object/.test(form[place].type));

/** Calls of a method that no form of it takes. */
function misfits(name: string, method: string, { forms }: Method): string[] {
  const isOpen = forms.some((form) => form.at(-1)?.rest);
  const longest = Math.max(...forms.map((form) => form.length));
  const calls: (string[] | undefined)[] = [];
  if (!isOpen) calls.push(new Array(longest + 1).fill('1'));
  if (forms.every((form) => form.some(({ optional, rest }) => !optional && !rest))) calls.push([]);
  for (const form of forms) {
    form.forEach(({ type, rest }, place) => {
      if (rest || takesAnything([form], place)) return;
      calls.push(argumentsWith(form, place, 'function () {}'));
      const choices = signatures().enums.get(type);
      if (!choices) return;
      calls.push(argumentsWith(form, place, `'${choices.names[0]}'`));
      calls.push(argumentsWith(form, place, '0'));
    });
  }
  return calls.filter((args) => args !== undefined).map((args) => call(name, method, args));
}

/** The messages of calls that all throw, made in one execution. */
function messages(calls: string[]): string[] {
  const script = scriptOf(
    {
      'Code.gs': SPECIMENS,
      'Calls.gs': `function go() {
        var it = specimens();
        function message(f) { try { f(); return 'no error'; } catch (e) { return e.message; } }
        return [${calls.map((code) => `message(function () { ${code}; })`).join(',\n')}];
      }`,
    },
    { outside: () => ({ status: 200, body: '' }) },
  );
  return finished(script.run('go')).result as string[];
}

const typed = ({ there }: Held) =>
  [...there].flatMap(([name, method]) => (method ? [[name, method] as const] : []));

test.each(held.filter((entry) => typed(entry).length > 0).map((entry) => [entry.name, entry]))(
  '%s',
  (name, entry) => {
    const wrong = typed(entry).flatMap(([method, forms]) =>
      misfits(name, method, forms).map((code) => ({ code, label: methodLabel(name, method) })),
    );
    const said = messages(wrong.map(({ code }) => code));
    const told = wrong.map(({ code }, i) => [
      code,
      said[i]?.replace(/^The parameters \(.*?\) /, ''),
    ]);
    expect(told).toEqual(
      wrong.map(({ code, label }) => [code, `don't match the method signature for ${label}.`]),
    );
  },
);

test('the published types know every method but those of console', () => {
  const unknown = held.flatMap(({ name, there }) =>
    [...there].flatMap(([method, forms]) => (forms ? [] : [`${name}.${method}`])),
  );
  expect(unknown.filter((method) => !method.startsWith('console.'))).toEqual([]);
});

test('there is a specimen of every class that a script can get hold of', () => {
  const folder = path.join(__dirname, '../../local/apps-script');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const guarded = texts.flatMap((text) => [...text.matchAll(/\bguard\(\s*[\w.#[\]]+,\s*'(\w+)'/g)]);
  const missing = guarded.map(([, name = '']) => name).filter((name) => !names.has(name));
  expect(guarded.length).toBeGreaterThan(40);
  expect([...new Set(missing)]).toEqual(['MimeType']);
});

test('every type of a parameter is known, so that none takes whatever comes', () => {
  const { classes, enums, aliases } = signatures();
  const plain = new Set(['Array', 'Byte', 'Char', 'Date', 'Integer']);
  const known = (type: string) =>
    [classes, enums, aliases].some((kinds) => kinds.has(type)) || plain.has(type);
  const open = held.flatMap((entry) =>
    typed(entry).flatMap(([method, { forms }]) =>
      forms.flat().flatMap(({ type }) => {
        const unknown = (type.match(/\b[A-Z]\w*/g) ?? []).filter((word) => !known(word));
        return unknown.map((word) => `${entry.name}.${method}: ${word}`);
      }),
    ),
  );
  expect(open).toEqual([]);
});
