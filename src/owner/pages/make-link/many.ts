/** Links for many people: pasted numbers become a table, and the links go where the owner wants them. */
import { linkFor, type RowClient, readWire } from '../shared/client';
import { copyButton } from '../shared/copy';
import { fill, h } from '../shared/dom';
import { server } from '../shared/server';
import { button, progress, status } from '../shared/states';
import { type Context, countryField } from './context';
import { type PastedLine, readPasted } from './pasted';
import { type Step, writeEverybody, writeThese } from './write-links';

/** People of one call. */
const PEOPLE = 200;

/** Lines of the table that are shown; copying and writing take all. */
const SHOWN = 500;

interface Made {
  line: PastedLine;
  client: RowClient | null;
  link: string;
}

/** The field to paste into, the table, and what can be done with it. */
export function manyPeople(context: Context): HTMLElement {
  const result = h('div');
  const said = status();
  const count = h('p.help', { role: 'status', id: 'pasted-count' });
  const field = h('textarea', {
    id: 'pasted',
    rows: 6,
    placeholder: '+44 7700 900123\n07700 900456, Ben',
    'aria-describedby': 'pasted-count',
    oninput: () => tell(),
  });
  const tell = () => {
    const lines = readPasted(field.value, context.country);
    const wrong = lines.filter(({ typed }) => 'problem' in typed).length;
    const words = `${lines.length.toLocaleString()} ${lines.length === 1 ? 'number' : 'numbers'}`;
    count.textContent = lines.length
      ? words + (wrong ? `, ${wrong} of them cannot be used` : '')
      : '';
    return lines;
  };
  const make = async () => {
    const lines = tell();
    if (!lines.length) return said.say('Paste some numbers first.', 'bad');
    fill(result);
    const made = await said.during('', madeLinks(context, lines, result));
    if (made) fill(result, table(made));
  };
  return h(
    'div',
    {},
    h('label', { for: 'pasted' }, 'Numbers, one a line; a name may stand beside'),
    field,
    count,
    countryField(context, 'countries', tell),
    h(
      'div.buttons',
      {},
      button('Make the links', make, { class: 'action' }),
      button('Write everybody’s link into the sheet', () =>
        runLong(result, said, (step) => writeEverybody(context, step)),
      ),
    ),
    h('p.help', {}, 'Everybody: each client of the base gets their link in the column Link.'),
    said.element,
    result,
  );
}

/** Puts everyone into the base, some at a time. */
async function madeLinks(
  context: Context,
  lines: PastedLine[],
  place: HTMLElement,
): Promise<Made[]> {
  const all = lines.map((line): Made => ({ line, client: null, link: '' }));
  const good = all.filter(({ line }) => 'digits' in line.typed);
  let stopped = false;
  const going = progress('Making the links…', () => {
    stopped = true;
  });
  fill(place, going.element);
  for (let start = 0; start < good.length && !stopped; start += PEOPLE) {
    going.set(
      start,
      good.length,
      `${start.toLocaleString()} of ${good.length.toLocaleString()} links`,
    );
    const some = good.slice(start, start + PEOPLE);
    const people = some.map(({ line: { typed, name } }) => ({
      key: 'digits' in typed ? typed.digits : '',
      name,
    }));
    const made = await server.addClients(people);
    some.forEach((one, index) => {
      const found = made[index];
      if (!found) return;
      one.client = readWire(found.client);
      one.link = linkFor(one.client, context.settings);
    });
  }
  return all;
}

function table(made: Made[]): HTMLElement {
  const linked = made.filter(({ link }) => link);
  const said = status();
  const place = h('div');
  const text = () =>
    linked
      .map(({ line, client, link }) => `${numberOf(line)}\t${client?.name ?? ''}\t${link}`)
      .join('\n');
  const clients = linked.flatMap(({ client, link }) => (client ? [{ client, link }] : []));
  return h(
    'section',
    { 'aria-label': 'The links' },
    h(
      'div.buttons',
      {},
      copyButton('Copy all', text),
      button('Write them into the column Link', () =>
        runLong(place, said, (step) => writeThese(clients, step)),
      ),
    ),
    said.element,
    place,
    h(
      'div.scroll',
      { tabindex: 0, role: 'region', 'aria-label': 'Table of links' },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h('tr', {}, ...['Number', 'Name', 'Link'].map((one) => h('th', { scope: 'col' }, one))),
        ),
        h('tbody', {}, ...made.slice(0, SHOWN).map(line)),
      ),
    ),
    made.length > SHOWN &&
      h('p.help', {}, `The first ${SHOWN} of ${made.length.toLocaleString()} are shown.`),
  );
}

function line({ line: typedLine, client, link }: Made): HTMLElement {
  const { typed } = typedLine;
  const outcome =
    'problem' in typed ? h('span.bad', {}, `This ${typed.problem}.`) : link || 'Not made: stopped.';
  return h(
    'tr',
    {},
    h('td', {}, numberOf(typedLine)),
    h('td', {}, client?.name || typedLine.name),
    h('td.link-cell', {}, outcome),
  );
}

function numberOf({ text, typed }: PastedLine): string {
  return 'shown' in typed ? typed.shown : text;
}

async function runLong(
  place: HTMLElement,
  said: ReturnType<typeof status>,
  work: (step: Step) => Promise<number>,
) {
  let stopped = false;
  const going = progress('Writing…', () => {
    stopped = true;
  });
  fill(place, going.element);
  const step: Step = (done, all, words) => {
    going.set(done, all, words);
    return !stopped;
  };
  const written = await said.during('', work(step));
  fill(place);
  if (written !== null) {
    const words = `${written.toLocaleString()} ${written === 1 ? 'link stands' : 'links stand'} in the column Link.`;
    said.say(stopped ? `Stopped. ${words}` : words, 'good');
  }
}
