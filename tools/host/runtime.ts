import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, Response } from "miniflare";
import type { Bundle } from "./bundle.ts";
import type { DataFolder } from "./data-folder.ts";
import { type MigratedDatabase, migrate } from "./migrate.ts";
import type { Outgoing } from "./outgoing.ts";
import { endOrphan, traceWorkerd } from "./workerd.ts";

/** What one start adds to the bundle. */
export interface RuntimeOptions {
  readonly bundle: Bundle;
  readonly folder: DataFolder;
  readonly host: string;
  readonly port: number;
  readonly bindings: Readonly<Record<string, string>>;
  /** Now in milliseconds for the worker's CLOCK; without it the worker has no such binding and takes the real time. */
  readonly clock?: () => number;
  /** The worker's OUTGOING; without it other systems are called by workerd itself. */
  readonly outgoing?: Outgoing;
}

/** The production bundle on embedded workerd. */
export interface Runtime {
  readonly url: string;
  /** Calls the worker's scheduled handler as a cron trigger does; resolves when it has ended. */
  fire(cron: string, at: Date): Promise<void>;
  /** Puts a message on the worker's queue. */
  send(message: unknown): Promise<void>;
  /** The worker's database, past the worker. */
  readonly database: MigratedDatabase;
  stop(): Promise<void>;
}

/** Starts workerd, applies waiting migrations and only then answers. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { bundle, folder } = options;
  await endOrphan(folder);
  const miniflare = new Miniflare(convertV4MiniflareOptions(describe(options)));
  try {
    const url = await miniflare.ready;
    const database: MigratedDatabase = await miniflare.getD1Database(bundle.databaseBinding);
    await migrate(database, bundle.migrationsFolder);
    return {
      url: url.origin,
      database,
      fire: async (cron, scheduledTime) => {
        const worker = await miniflare.getWorker();
        await worker.scheduled({ cron, scheduledTime });
      },
      send: async (message) => {
        const queue = await miniflare.getQueueProducer(bundle.queueBinding);
        await queue.send(message);
      },
      stop: () => miniflare.dispose(),
    };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}

function describe({ bundle, folder, host, port, bindings, clock, outgoing }: RuntimeOptions) {
  const { worker } = bundle;
  return {
    host,
    port,
    cf: false,
    log: new Log(LogLevel.WARN),
    telemetry: { enabled: false },
    resourcePersistencePath: folder.path,
    unsafeRuntimeEnv: traceWorkerd(folder),
    workers: [
      {
        ...worker,
        bindings: { ...worker.bindings, ...bindings },
        serviceBindings: {
          ...(clock ? { CLOCK: () => new Response(String(clock())) } : {}),
          ...(outgoing ? { OUTGOING: outgoing } : {}),
        },
        ...(clock ? onClock(bundle) : {}),
      },
    ],
  };
}

/** On a clock that jumps the queue must not wait for real seconds to fill a batch. */
function onClock({ worker }: Bundle) {
  const consumers = Object.entries(worker.queueConsumers ?? {});
  return {
    queueConsumers: Object.fromEntries(
      consumers.map(([queue, consumer]) => [queue, { ...consumer, maxBatchTimeout: 0 }]),
    ),
  };
}
