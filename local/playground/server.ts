/** The playground's server: takes requests one after another and keeps the state before it answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from './arrivals';
import { type Asset, bundlePage } from './assets';
import { followEvents } from './events';
import { answerEcho, answerExec } from './exec';
import type { Shop } from './first-start';
import { type Answer, json, type Request, readRequest, write } from './http';
import { Keeper } from './keeper';
import { panelPage } from './panel-page';
import { Playground } from './playground';
import { Refusal } from './refusal';
import { routes } from './routes';
import { refuseStrangers } from './strangers';

interface Options {
  port: number;
  /** The folder of the built script. */
  script: string;
  /** The folder that holds the state. */
  data: string;
  /** What a new world begins with; see Playground. */
  shop?: Partial<Shop>;
}

export interface Running {
  address: string;
  playground: Playground;
  /** Keeps the state and stops listening. */
  stop(): Promise<void>;
}

/** Starts the playground. @throws Error when the port is taken or the data cannot be read */
export async function startPlayground({
  port,
  script,
  data,
  shop = {},
}: Options): Promise<Running> {
  const assets = await bundlePage();
  const server = createServer();
  await listen(server, port);
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    const playground = new Playground({ script, data, origin: address, shop });
    const keeper = new Keeper(playground);
    await keeper.saved();
    const house = { playground, keeper, assets, arrivals: new Arrivals(playground) };
    server.on('request', (incoming, response) => {
      void handle(house, incoming, response);
    });
    const stop = () => {
      keeper.stop();
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    return { address, playground, stop };
  } catch (error) {
    server.close();
    throw error;
  }
}

interface House {
  playground: Playground;
  keeper: Keeper;
  assets: Map<string, Asset>;
  arrivals: Arrivals;
}

/** Only this machine can reach the playground. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function handle(
  house: House,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    refuseStrangers(incoming);
    const request = await readRequest(incoming);
    if (request.path === '/local/events' && request.method === 'GET') {
      return followEvents(house.playground, response);
    }
    const answer = await answerTo(house, request);
    await house.keeper.saved();
    write(response, answer);
  } catch (error) {
    write(response, refused(error));
  }
}

async function answerTo(house: House, request: Request): Promise<Answer> {
  const { playground, assets } = house;
  const { method, path } = request;
  if (path === '/exec') return answerExec(house, request);
  if (path === '/macros/echo') return answerEcho(playground, request);
  if (path === '/local/panel.html' && method === 'GET') {
    const panel = playground.screen.panel(Number(request.query.get('id')));
    if (!panel) throw new Refusal('That sidebar or dialog was closed.', 404);
    return page(panelPage(panel.html, assets.get('/google-script.js') as Asset));
  }
  const asset = assets.get(path);
  if (asset) {
    if (method !== 'GET') throw new Refusal(`${path} takes GET only.`, 405);
    const headers = { 'content-type': asset.type, 'cache-control': 'no-cache' };
    return { status: 200, headers, body: asset.body };
  }
  const route = routes[path];
  if (!route) throw new Refusal(`There is nothing at ${path}.`, 404);
  const [wanted, act] = route;
  if (method !== wanted) throw new Refusal(`${path} takes ${wanted} only, not ${method}.`, 405);
  return json(await act(playground, request));
}

function page(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function refused(error: unknown): Answer {
  if (error instanceof Refusal) return json({ error: error.message }, error.status);
  console.error(error);
  return json({ error: `The playground failed: ${(error as Error).message}` }, 500);
}
