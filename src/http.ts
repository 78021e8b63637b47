import { createServer, type Server, type ServerResponse } from "node:http";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Router,
} from "express";
import { SetupError } from "./setup-error.ts";

export interface HttpParts {
  /** Draws its own errors for people; what it lets through becomes a bare 500. */
  readonly pages: Router;
  /** Can answers be stored right now? */
  healthy(): Promise<boolean>;
  /** Prometheus text; no address when it is left out. */
  readonly metrics?: () => Promise<string>;
  /** Told of every bug, with a route that names no token; also of those the pages have already apologised for. */
  readonly failed?: (error: unknown, route: string) => void;
}

/** The one express server: health, metrics, and what is mounted on it. */
export function createHttp(parts: HttpParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(apologies(parts));
  app.get("/healthz", health(parts));
  const { metrics } = parts;
  if (metrics) {
    app.get("/metrics", async (_request, response) => {
      response.type("text/plain; version=0.0.4").send(await metrics());
    });
  }
  app.use(parts.pages);
  app.use((_request, response) => void response.status(404).type("text/plain").send("404\n"));
  app.use(failure(parts));
  return app;
}

function health(parts: HttpParts): RequestHandler {
  return async (_request, response) => {
    const isWell = await parts.healthy().catch(() => false);
    response
      .status(isWell ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ ok: isWell });
  };
}

/** Pages that drew an error themselves leave what it was in `response.locals.failed`. */
function apologies({ failed }: HttpParts): RequestHandler {
  return (request, response, next) => {
    const route = routeOf(request);
    response.once("finish", () => {
      if (response.locals["failed"] !== undefined) failed?.(response.locals["failed"], route);
    });
    next();
  };
}

function routeOf({ method, path }: Request): string {
  return `${method} ${path.replace(/^\/w\/[^/]+/, "/w/…")}`;
}

/** The last net: nobody is shown a stack, and the address, which may hold a token, is not passed on. */
function failure({ failed }: HttpParts): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    failed?.(error, routeOf(request));
    if (response.headersSent) return next(error);
    response
      .status(statusOf(error))
      .type("text/plain")
      .send(`${statusOf(error)}\n`);
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : 500;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

export interface Listening {
  readonly url: string;
  /** Stops accepting, ends event streams and idle connections, and waits at most 5 s for answers under way. */
  close(): Promise<void>;
}

/** Port 0 takes any free one. Rejects with what to do when the port is taken. */
export async function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
  const streams = openStreams(server);
  await bound(server, host, port);
  const address = server.address();
  const at = typeof address === "object" && address !== null ? address.port : port;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return { url: `http://${name}:${at}`, close: () => closed(server, streams) };
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(new SetupError(`port ${port} is in use: set PORT`, { cause: error }));
      else if (error.code === "EACCES")
        reject(new SetupError(`port ${port} is not allowed here: set PORT`, { cause: error }));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

/** Event streams never end by themselves; a stop that waited for them would wait for ever. */
function openStreams(server: Server): Set<ServerResponse> {
  const open = new Set<ServerResponse>();
  server.on("request", (_request, response) => {
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  return open;
}

async function closed(server: Server, open: Set<ServerResponse>): Promise<void> {
  const done = new Promise<void>((resolve) => void server.close(() => resolve()));
  for (const response of open) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.end();
    else if (!response.headersSent) response.setHeader("connection", "close");
  }
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 5000);
  await done;
  clearTimeout(force);
}
