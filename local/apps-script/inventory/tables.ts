/** The tables of what the stand-in has: one by numbers for its README, one by names for SERVICES.md. */
import type { Held, Inventory } from './inventory';

const BEGIN = '<!-- numbers: begin -->';
const END = '<!-- numbers: end -->';

/** The README with the numbers as they are now. @throws Error when it has no place for them */
export function withNumbers(readme: string, inventory: Inventory): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no ${BEGIN}.`);
  return `${before}${BEGIN}\n${numbers(inventory)}\n${END}${after}`;
}

/** By service: how many methods are there, how many are refused, which classes are not there at all. */
function numbers({ held, refusedClasses, refusedServices }: Inventory): string {
  const services = [...new Set(held.map(({ service }) => service))].sort(byName);
  const rows = services.map((service) => {
    const classes = held.filter((entry) => entry.service === service);
    const there = classes.reduce((sum, entry) => sum + entry.there.size, 0);
    const refused = classes.reduce((sum, entry) => sum + entry.refused.length, 0);
    const gone = refusedClasses.get(service)?.length ?? 0;
    return `| [${service}](SERVICES.md#${service.toLowerCase()}) | ${there} | ${refused || '–'} | ${gone || '–'} |`;
  });
  return [
    '| Service | Methods there | Methods refused | Classes refused |',
    '|---|--:|--:|--:|',
    ...rows,
    `| ${refusedServices.length} others: Gmail, Drive, Calendar, Docs, Forms … | – | all | all |`,
  ].join('\n');
}

/** By class: the names of the methods there, and of those refused. */
export function services({ held, refusedClasses, refusedServices }: Inventory): string {
  const names = [...new Set(held.map(({ service }) => service))].sort(byName);
  const parts = names.map((service) => {
    const classes = held.filter((entry) => entry.service === service);
    const gone = refusedClasses.get(service);
    return [
      `## ${service}`,
      '| Class | Methods there | Methods refused |\n|---|---|---|',
      `${classes
        .sort((a, b) => byName(a.name, b.name))
        .map(row)
        .join(
          '\n',
        )}${gone ? `\n\nClasses of which there is no object here: ${gone.sort(byName).map(code).join(', ')}.` : ''}`,
    ];
  });
  return `${[
    '# What the local Apps Script has',
    'Written by `npx tsx local/apps-script/inventory/main.ts` from the stand-in itself and the published types of Apps Script. Everything refused throws `… is not part of the local Apps Script` when it is used.',
    ...parts.map(([heading, head, rows]) => `${heading}\n\n${head}\n${rows}`),
    '## Globals that are refused as a whole',
    `${[...refusedServices].sort(byName).map(code).join(', ')}.`,
  ].join('\n\n')}\n`;
}

function row({ name, there, refused }: Held): string {
  const list = (methods: Iterable<string>) => [...methods].map(code).join(', ') || '–';
  return `| ${name} | ${list(there.keys())} | ${list(refused)} |`;
}

function code(name: string): string {
  return `\`${name}\``;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
