import { serveSimulator } from "../../packages/simulator/src/serve.ts";
import { createSimulator } from "../../packages/simulator/src/simulator.ts";
import { Refusal } from "../setup/step.mjs";
import type { DataFolder } from "./data-folder.ts";
import { drain } from "./drain.ts";
import type { StandIn } from "./host.ts";
import { refuseBusyPort } from "./port.ts";
import type { Timetable } from "./schedule.ts";
import type { Settings } from "./settings.ts";
import { openDoor } from "./worker-door.ts";

export type Simulator = ReturnType<typeof createSimulator>;

/** The pretend DingTalk beside the product, whose clock the product follows. */
export interface Town extends StandIn {
  readonly url: string;
  readonly simulator: Simulator;
}

const EVERYWHERE = "0.0.0.0";
const JOURNAL = "simulator.json";
const CALLBACK = { token: "todaysimulator", aesKey: "todaysimulatortodaysimulatortodaysimulator1" };

export interface TownOptions {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly stack: AsyncDisposableStack;
  /** Does its clock go on with the real time, or stand until it is moved? */
  readonly running: boolean;
}

/** Starts the simulator as it was left, or on its first morning. */
export async function openTown({ settings, folder, stack, running }: TownOptions): Promise<Town> {
  await refuseBusyPort(settings.simulatorPort, settings.host, "SIMULATOR_PORT");
  const simulator = wake(settings, folder, running);
  const served = await serveSimulator(simulator, { port: settings.simulatorPort, host: settings.host });
  stack.defer(() => served.close());
  // An address to listen on everywhere is none that can be called.
  const url = served.url.replace(EVERYWHERE, "127.0.0.1");
  return {
    url,
    simulator,
    bindings: bindingsOf(simulator, url),
    now: () => simulator.now(),
    meet: (timetable, origin) => meet(simulator, timetable, { origin, events: settings.common.DINGTALK_EVENTS }),
  };
}

function wake(settings: Settings, folder: DataFolder, running: boolean): Simulator {
  const journal = folder.read(JOURNAL);
  try {
    return createSimulator({
      running,
      people: settings.simulatorPeople,
      monthlyCalls: Number(settings.common.DINGTALK_MONTHLY_CALLS ?? 5000),
      onChange: (state) => folder.write(JOURNAL, JSON.stringify(state)),
      ...(journal === null ? {} : { state: JSON.parse(journal) }),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Refusal(`The simulator cannot go on from ${folder.file(JOURNAL)} (${reason}): choose another DATA_DIR=…`);
  }
}

function bindingsOf({ app }: Simulator, url: string): Record<string, string> {
  return {
    DINGTALK_CORP_ID: app.corpId,
    DINGTALK_AGENT_ID: app.agentId,
    DINGTALK_APP_KEY: app.appKey,
    DINGTALK_APP_SECRET: app.appSecret,
    DINGTALK_CALLBACK_TOKEN: CALLBACK.token,
    DINGTALK_CALLBACK_AES_KEY: CALLBACK.aesKey,
    DINGTALK_API_BASE: url,
    DINGTALK_OAPI_BASE: url,
    DINGTALK_LOGIN_BASE: url,
  };
}

/** Introduces the product to the town: its page, its callback, and its schedules, at each of which the clock halts until they are done. */
async function meet(
  simulator: Simulator,
  timetable: Timetable,
  { origin, events = "http" }: { readonly origin: string; readonly events: string | undefined },
): Promise<() => void> {
  simulator.openApp(origin);
  await control(simulator, "switches", { eventMode: events === "stream" ? "stream" : "http" });
  const isPushed = events === "http";
  if (isPushed) await control(simulator, "callback", { url: `${origin}/dingtalk/callback`, ...CALLBACK });
  const door = openDoor(origin);
  return simulator.stopAt({
    next: (after) => timetable.nextStop(after),
    arrive: async (at) => {
      await timetable.fireDue(at);
      await drain(door);
    },
  });
}

/** One request of the simulator's control path: a POST if it has a body. */
export async function control(simulator: Simulator, path: string, body?: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const post = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
  const request = new Request(`http://simulator/_simulator/${path}`, post);
  const response = await simulator.fetch(request);
  const answer = (await response.json()) as { problem?: string };
  if (!response.ok) throw new Error(`The simulator refused ${path}: ${answer.problem}`);
  return answer;
}
