import { randomBytes } from "node:crypto";
import { readBundle } from "./bundle.ts";
import { claimDataFolder, type DataFolder, keptSecret } from "./data-folder.ts";
import { openOutgoing } from "./outgoing.ts";
import { refuseBusyPort } from "./port.ts";
import { startRuntime } from "./runtime.ts";
import { createTimetable, type Fired, followRealClock, type Timetable } from "./schedule.ts";
import type { Settings } from "./settings.ts";
import { holdStream } from "./stream.ts";
import { endOrphan } from "./workerd.ts";

/** A running installation. */
export interface Host {
  readonly url: string;
  readonly folder: DataFolder;
  stop(): Promise<void>;
}

/** What stands in for DingTalk and for the real time, if anything does. */
export interface StandIn {
  readonly bindings: Readonly<Record<string, string>>;
  now(): number;
  /** Is told where the product is, and lets time pass with the timetable fired at its moments; answers how to stop. */
  meet(timetable: Timetable, origin: string): Promise<() => void>;
}

export interface HostOptions {
  readonly settings: Settings;
  /** Builds if need be; answers the `wrangler.json` of the build. */
  build(): Promise<string>;
  /** Goes on the worker's queue at every start: what was on it when the last instance ended is lost. */
  readonly greeting?: unknown;
  /** Opens the simulator where there are no credentials. */
  openStandIn(folder: DataFolder, stack: AsyncDisposableStack): Promise<StandIn>;
}

/** Starts everything or nothing: on a refusal, whatever had begun is stopped again. */
export async function openHost({ settings, build, openStandIn, greeting }: HostOptions): Promise<Host> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.adopt(claimDataFolder(settings.dataDir), (claimed) => claimed.release());
  await endOrphan(folder);
  await refuseBusyPort(settings.port, settings.host, "PORT");
  const bundle = readBundle(await build());
  const standIn = settings.dingtalk === null ? await openStandIn(folder, stack) : null;
  const now = standIn ? standIn.now : () => Date.now();
  const dingtalk = { ...settings.common, ...(settings.dingtalk ?? standIn?.bindings) };
  const streamKey = randomBytes(32).toString("base64url");
  const runtime = await startRuntime({
    bundle,
    folder,
    host: settings.host,
    port: settings.port,
    bindings: {
      SESSION_SECRET: settings.sessionSecret ?? keptSecret(folder),
      ...dingtalk,
      DINGTALK_STREAM_KEY: streamKey,
    },
    // Where private addresses are allowed nothing is to be judged on the way.
    ...(settings.common.OUTGOING_PRIVATE === "allow" ? {} : { outgoing: openOutgoing(false) }),
    ...(standIn ? { clock: standIn.now } : {}),
  });
  stack.defer(() => runtime.stop());
  if (settings.common.DINGTALK_EVENTS === "stream") {
    stack.defer(
      holdStream({ origin: runtime.url.replace("0.0.0.0", "127.0.0.1"), key: streamKey, bindings: dingtalk }),
    );
  }
  if (greeting !== undefined) await runtime.send(greeting);
  const timetable = createTimetable({ crons: bundle.crons, fired: keptIn(folder), start: now(), fire: runtime.fire });
  stack.defer(standIn ? await standIn.meet(timetable, runtime.url) : followRealClock(timetable, now));
  const kept = stack.move();
  return { url: runtime.url, folder, stop: () => kept.disposeAsync() };
}

/** Keeps in the folder when each schedule was last fired. */
export function keptIn(folder: DataFolder): Fired {
  const name = "schedules.json";
  return {
    read: () => JSON.parse(folder.read(name) ?? "{}"),
    write: (fired) => folder.write(name, JSON.stringify(fired)),
  };
}
