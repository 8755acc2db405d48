/** A small, strict HTTP server for the stand-in's routes: what is not in the table is Google's 404. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { User } from './account';
import { ApiError, badRequest, notFound, unauthenticated } from './errors';

export interface Request {
  /** `METHOD /path` with a `*` for every id: the route's name. */
  route: string;
  /** What stood where the route has its stars. */
  params: string[];
  query: URLSearchParams;
  queryString: string;
  contentType: string;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: a body from outside can be anything; the route looks at what it needs
  json(): any;
  /** Whose access token came along. @throws ApiError 401 when it is nobody's */
  user(): User;
}

/** An answer other than JSON with status 200. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: string,
    readonly headers: Record<string, string> = {},
  ) {}
}

export type Routes = Record<string, (request: Request) => unknown>;

/** What a test lets happen to requests of one route; it holds until it is removed. */
type Interference = (request: Request) => ApiError | undefined;

/** What happens once a request has been carried out, before its answer leaves; true keeps the answer back. */
type AfterEffect = () => boolean;

export class HttpServer {
  /** The requests that came in, oldest first: `METHOD /path`. */
  readonly log: string[] = [];
  readonly interferences = new Map<string, Interference>();
  readonly afterEffects = new Map<string, AfterEffect>();
  readonly #server: Server;
  readonly #routes: [RegExp, string, Routes[string]][];
  readonly #userOf: (accessToken: string) => User | undefined;

  constructor(routes: Routes, userOf: (accessToken: string) => User | undefined) {
    this.#userOf = userOf;
    this.#routes = Object.entries(routes).map(([route, handle]) => [pattern(route), route, handle]);
    this.#server = createServer((incoming, response) => {
      this.#handle(incoming, response).catch((error) => send(response, failure(error)));
    });
  }

  /** Starts listening on a free port of this machine. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Stops, dropping whatever is still open. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', this.root);
    const line = `${incoming.method} ${url.pathname}`;
    this.log.push(line);
    const found = this.#routes.find(([expression]) => expression.test(line));
    if (!found) throw notFound();
    const [expression, route, handle] = found;
    const request = await this.#request(
      incoming,
      url,
      route,
      expression.exec(line)?.slice(1) ?? [],
    );
    const stopped = this.interferences.get(route)?.(request);
    if (stopped) throw stopped;
    const result = await handle(request);
    if (this.afterEffects.get(route)?.()) return;
    send(response, result instanceof Reply ? result : json(200, result));
  }

  async #request(incoming: IncomingMessage, url: URL, route: string, params: string[]) {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const accessToken = (incoming.headers.authorization ?? '').replace(/^Bearer /, '');
    const request: Request = {
      route,
      params: params.map(decodeURIComponent),
      query: url.searchParams,
      queryString: url.search.slice(1),
      contentType: incoming.headers['content-type'] ?? '',
      body,
      json: () => parse(body),
      user: () => {
        const user = this.#userOf(accessToken);
        if (!user) throw unauthenticated();
        return user;
      },
    };
    return request;
  }
}

function pattern(route: string): RegExp {
  const escaped = route.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '([^/]+)');
  return new RegExp(`^${escaped}$`);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('Invalid JSON payload received.');
  }
}

function json(status: number, value: unknown): Reply {
  return new Reply(status, JSON.stringify(value), { 'content-type': 'application/json' });
}

function failure(error: unknown): Reply {
  if (error instanceof ApiError) return json(error.code, error);
  return new Reply(500, String((error as Error)?.stack ?? error), { 'content-type': 'text/plain' });
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}
