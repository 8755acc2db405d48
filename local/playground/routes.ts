/** What scripts and the page may ask of the playground, by path. */
import { faultsOf, setFaults } from './faults';
import { anyText, nothingElse, oneOf, readFields, text, wholeNumber, yesOrNo } from './fields';
import type { Request } from './http';
import { addPerson, writeMessage, writeToFriend } from './people';
import type { Playground } from './playground';
import { PROVIDERS } from './provider';
import { addPurchase } from './purchase';
import { answerQuestion } from './question';
import { orRefuse, Refusal } from './refusal';
import { changeSheet, shownBlock, shownCell, shownRows } from './sheet-verbs';
import { stateOf } from './state-json';
import type { MenuEntry, Weather } from './view';
import { viewOf } from './view-of';

type Route = ['GET' | 'POST', (playground: Playground, request: Request) => unknown];

const YEAR_MS = 366 * 24 * 3_600_000;
const WEATHERS: readonly Weather[] = ['fine', 'down', 'tokenRejected'];

export const routes: Record<string, Route> = {
  '/local/state.json': ['GET', stateOf],
  '/local/messages': ['POST', (playground, { body }) => writeMessage(playground, readFields(body))],
  '/local/purchase': ['POST', (playground, { body }) => addPurchase(playground, readFields(body))],
  '/local/clock': ['POST', moveClock],
  '/local/reset': ['POST', startOver],

  '/local/view.json': ['GET', viewOf],
  '/local/sheet.json': ['GET', (playground, { query }) => shownRows(playground, query)],
  '/local/block.json': ['GET', (playground, { query }) => shownBlock(playground, query)],
  '/local/cell.json': ['GET', (playground, { query }) => shownCell(playground, query)],
  '/local/sheet': ['POST', (playground, { body }) => changeSheet(playground, readFields(body))],
  '/local/people': ['POST', (playground, { body }) => addPerson(playground, readFields(body))],
  '/local/personal': [
    'POST',
    (playground, { body }) => writeToFriend(playground, readFields(body)),
  ],
  '/local/chat-open': ['POST', openChat],
  '/local/open': ['POST', openSheet],
  '/local/menu': ['POST', clickMenu],
  '/local/page': ['POST', callFromPage],
  '/local/answer': ['POST', (playground, { body }) => answerQuestion(playground, readFields(body))],
  '/local/panel-close': ['POST', closePanel],
  '/local/weather': ['POST', setWeather],
  '/local/twice': ['POST', setTwice],
  '/local/provider': ['POST', connectTo],
  '/local/faults': ['POST', makeFaults],
};

function moveClock(playground: Playground, { body }: Request) {
  const fields = readFields(body);
  nothingElse(fields, 'advanceMs');
  playground.advance(wholeNumber(fields, 'advanceMs', 0, YEAR_MS));
  playground.changed();
  return { now: new Date(playground.script.clock.now).toISOString() };
}

function startOver(playground: Playground, { body }: Request) {
  const fields = readFields(body);
  nothingElse(fields, 'rewards');
  playground.reset(fields.rewards === undefined ? undefined : yesOrNo(fields, 'rewards'));
  return { webhookUrl: playground.world.webhookUrl };
}

function openChat(playground: Playground, { body }: Request) {
  const person = anyText(readFields(body), 'person');
  for (const { key, chatOpen } of playground.provider.people()) {
    if (chatOpen !== (key === person)) playground.provider.openChat(key, key === person);
  }
  playground.act('Reports', () => undefined);
  return {};
}

function openSheet(playground: Playground) {
  playground.openSheet();
  return {};
}

function clickMenu(playground: Playground, { body }: Request) {
  const name = text(readFields(body), 'function');
  const { menus } = viewOf(playground);
  const item = menus.flatMap(({ entries }) => inside(entries)).find((one) => one.function === name);
  if (!item) throw new Refusal(`No menu of the script has an item for ${name}.`);
  const { error } = playground.act(item.title, () => playground.script.run(name, [], 'menu'));
  if (error !== undefined) throw new Refusal(`${item.title}: ${error}`);
  return {};
}

/** Answered when the call has ended: it may stand at a question before. */
function callFromPage(playground: Playground, { body }: Request) {
  const fields = readFields(body);
  const name = text(fields, 'name');
  const { args } = fields;
  if (!Array.isArray(args)) throw new Refusal('"args" must be a list.');
  const what = typeof args[0] === 'string' ? `${name} ${args[0]}` : name;
  return new Promise((resolve, reject) => {
    const call = () =>
      playground.script.openPage(name, args, (outcome) => {
        if ('error' in outcome) reject(new Refusal(outcome.error));
        else resolve({ result: outcome.result ?? null });
      });
    playground.call(`Page: ${what}`, () => orRefuse(call));
  });
}

function closePanel(playground: Playground, { body }: Request) {
  const id = wholeNumber(readFields(body), 'id', 0, Number.MAX_SAFE_INTEGER);
  playground.screen.close(id);
  playground.changed();
  return {};
}

function setWeather(playground: Playground, { body }: Request) {
  playground.setWeather(oneOf(readFields(body), 'weather', WEATHERS));
  return {};
}

function setTwice(playground: Playground, { body }: Request) {
  playground.setTwice(yesOrNo(readFields(body), 'twice'));
  return {};
}

function connectTo(playground: Playground, { body }: Request) {
  const fields = readFields(body);
  nothingElse(fields, 'provider');
  playground.connectTo(oneOf(fields, 'provider', PROVIDERS));
  return { webhookUrl: playground.world.webhookUrl };
}

function makeFaults(playground: Playground, { body }: Request) {
  setFaults(playground, readFields(body));
  return faultsOf(playground);
}

type Item = Extract<MenuEntry, { kind: 'item' }>;

function inside(entries: readonly MenuEntry[]): Item[] {
  return entries.flatMap((entry) =>
    entry.kind === 'menu' ? inside(entry.entries) : entry.kind === 'item' ? [entry] : [],
  );
}
