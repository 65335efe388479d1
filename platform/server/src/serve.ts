/** Starts the whole product in this process: programme, database, jobs, HTTP. */

import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import {
  accessData,
  accessService,
  type SignInSettings,
  signInEnvironment,
  siteAddress,
} from "@voorsprong/access";
import { loadProgramme, type Programme, ProgrammeError } from "@voorsprong/programme";
import { openStore, type Store, storeEnvironment } from "@voorsprong/store";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { composeInstruments } from "./compose.js";
import { createServer } from "./create-server.js";
import { readEnvironment, type ServerEnvironment } from "./environment.js";
import { createLogger } from "./logger.js";
import { keepRetention } from "./retention.js";

/** What to serve, and from where. */
export interface ServeOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Directory of the embedded database; not used when `DATABASE_URL` is set. */
  readonly dataDir: string;
  readonly programmeDir: string;
  /** The built pages. */
  readonly webDir: string;
  /** Environment variables; docs/operators.md lists them. */
  readonly environment: NodeJS.ProcessEnv;
  /** Takes one line of text for the person who started it. */
  readonly print: (line: string) => void;
  /** Whether to make the example rounds and calls of a new store; default true. */
  readonly examples?: boolean;
  /** The clock, for tests and rehearsals; default that of this computer. */
  readonly now?: () => Date;
}

/** A server that listens. */
export interface RunningServer {
  /** For instance `http://localhost:3000`. */
  readonly url: string;
  /**
   * Stops in order: open requests are answered, a running job goes back to the queue, the database is closed. A second
   * call waits for the first.
   */
  stop(): Promise<void>;
  /** Resolves when it has stopped, for whatever reason. */
  readonly stopped: Promise<void>;
}

/** Why it cannot start, in one message for the person who tries; the command ends with exit code 2. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/**
 * Starts everything and listens. SIGTERM and SIGINT stop it in order; a second signal ends the process at once.
 *
 * @throws StartError when the programme, the environment, the database or the port cannot be used
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { print } = options;
  const environment = startWith(() => readEnvironment(options.environment));
  const signIn = startWith(() => signInEnvironment(options.environment));
  const programme = startWith(() => loadProgramme(options.programmeDir));
  print(`Programma geladen / programme loaded: ${programme.title.nl} (${resolve(options.programmeDir)})`);

  const logger = createLogger(environment.logLevel);
  const store = await openStoreFor(options, logger);
  print(`Database: ${describeDatabase(options)}`);
  try {
    return await listen(options, environment, signIn, programme, store, logger);
  } catch (error) {
    await store.close();
    throw startError(error);
  }
}

async function listen(
  options: ServeOptions,
  environment: ServerEnvironment,
  signIn: SignInSettings,
  programme: Programme,
  store: Store,
  logger: Logger,
): Promise<RunningServer> {
  // The port is known once the server listens; letters of a decision that is taken up before that use the one asked for.
  let port = options.port;
  const url = () => urlOf(environment.host, port);
  const instruments = composeInstruments(programme, store, () => environment.publicUrl?.origin ?? url());
  const access = accessService({ store, settings: signIn });
  let working = false;
  const app = await createServer({
    programme,
    store,
    access,
    address: siteAddress(environment.publicUrl, environment.host),
    registry: instruments.registry,
    personalData: instruments.personalData,
    instrumentRoutes: instruments.routes,
    webDir: options.webDir,
    contact: environment.contact,
    logger,
    working: () => working,
    ...(environment.trustProxy === undefined ? {} : { trustProxy: environment.trustProxy }),
  });
  await store.jobs.start();
  await instruments.work();
  const { changed, late } = await instruments.publishCalls();
  if (changed.length > 0)
    options.print(
      `Deze openstellingen zijn al gepubliceerd en wijken af van het programma; wijzig ze met een wijzigingsbesluit / these calls are published and differ from the programme, amend them: ${changed.join(", ")}`,
    );
  if (late.length > 0)
    options.print(
      `Niet gepubliceerd, de periode was al begonnen (Awb 4:27) / not published, the period had begun: ${late.join(", ")}`,
    );
  working = true;
  await app.listen({ host: environment.host, port: options.port });
  port = portOf(app);
  if (!existsSync(join(options.webDir, "index.html")))
    options.print("Geen pagina's gebouwd, alleen de API / pages are not built, API only: npm run build");
  options.print(`API: ${url()}/api/docs`);
  options.print(`Open ${url()}   (stoppen / stop: Ctrl+C)`);

  const endRetention = keepRetention(store, [...instruments.personalData, accessData], logger);
  const stopping = new AbortController();
  const makeExamples = async () =>
    instruments.makeExamples(stopping.signal, signIn.kind === "embedded" ? await access.examples() : null);
  const examples =
    options.examples === false
      ? Promise.resolve()
      : makeExamples().catch((error: unknown) => {
          if (!stopping.signal.aborted) logger.error({ err: error }, "the examples could not be made");
        });
  return running(app, store, url(), logger, async () => {
    working = false;
    stopping.abort();
    await Promise.all([examples, endRetention()]);
  });
}

/** Ties the server to the signals and to an end in order. */
function running(
  app: FastifyInstance,
  store: Store,
  url: string,
  logger: Logger,
  endWork: () => Promise<void>,
): RunningServer {
  let end: Promise<void> | undefined;
  let ended: () => void = () => {};
  const stopped = new Promise<void>((done) => {
    ended = done;
  });
  const stop = () => {
    end ??= (async () => {
      process.off("SIGTERM", onSignal).off("SIGINT", onSignal);
      logger.info("stopping");
      await endWork();
      await app.close();
      await store.close();
      logger.flush();
      ended();
    })();
    return end;
  };
  // Handlers are gone after the first signal, so a second one ends the process at once.
  const onSignal = () => {
    void stop();
  };
  process.once("SIGTERM", onSignal).once("SIGINT", onSignal);
  return { url, stop, stopped };
}

async function openStoreFor(options: ServeOptions, logger: Logger): Promise<Store> {
  try {
    return await openStore({
      dataDir: options.dataDir,
      ...storeEnvironment(options.environment),
      logger,
      ...(options.now === undefined ? {} : { now: options.now }),
    });
  } catch (error) {
    throw startError(error);
  }
}

/** The database without its password. */
function describeDatabase(options: ServeOptions): string {
  const { databaseUrl } = storeEnvironment(options.environment);
  if (databaseUrl === undefined) return `PGlite in ${resolve(options.dataDir)}`;
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `PostgreSQL, ${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function urlOf(host: string, port: number): string {
  const local = host === "127.0.0.1" || host === "::1" || host === "0.0.0.0" || host === "::";
  const name = local ? "localhost" : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function startWith<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw startError(error);
  }
}

function startError(error: unknown): StartError {
  if (error instanceof StartError) return error;
  if (error instanceof ProgrammeError) return new StartError(error.message, { cause: error });
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === "EADDRINUSE")
    return new StartError(
      `Poort ${port} is al in gebruik; kies een andere met --port / port ${port} is in use; choose another with --port.`,
      { cause: error },
    );
  if (code === "EACCES" && port !== undefined)
    return new StartError(`Port ${port} needs more rights; choose one above 1023 with --port.`, {
      cause: error,
    });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartError(`This computer has no address ${address ?? ""}; check HOST.`, { cause: error });
  return new StartError(error instanceof Error ? error.message : String(error), { cause: error });
}
