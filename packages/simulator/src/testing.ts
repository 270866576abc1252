import type { SimulatorOptions } from "./options.ts";
import { createSimulator, type Simulator } from "./simulator.ts";

export type Body = Record<string, unknown>;

/** A simulator with the calls that tests make of it; bodies come back parsed. */
export interface Opened {
  readonly simulator: Simulator;
  /** The old host, with the app's token. */
  old(path: string, body: object): Promise<Answer>;
  /** The new host, with the app's token. */
  fresh(path: string, body: object): Promise<Answer>;
  /** `/_simulator/…`; without a body it is a GET. */
  control(path: string, body?: object, method?: string): Promise<Answer>;
  send(method: string, path: string, init?: RequestInit): Promise<Answer>;
  token(): Promise<string>;
}

export interface Answer {
  readonly status: number;
  readonly body: Body & Record<string, never>;
}

export function open(options: SimulatorOptions = {}): Opened {
  const simulator = createSimulator({ people: 40, throttle: false, ...options });
  const send: Opened["send"] = async (method, path, init = {}) => {
    const response = await simulator.fetch(new Request(`http://simulator${path}`, { method, ...init }));
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : { text } };
  };
  const json = (body: object, headers: Record<string, string> = {}): RequestInit => ({
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const token = async () => {
    const { appKey, appSecret } = simulator.app;
    const { body } = await send("POST", "/v1.0/oauth2/accessToken", json({ appKey, appSecret }));
    return String(body.accessToken);
  };
  return {
    simulator,
    send,
    token,
    old: async (path, body) => send("POST", `${path}?access_token=${await token()}`, json(body)),
    fresh: async (path, body) => send("POST", path, json(body, { "x-acs-dingtalk-access-token": await token() })),
    control: (path, body, method = body ? "POST" : "GET") =>
      send(method, `/_simulator/${path}`, body ? json(body) : {}),
  };
}

/** The instant of a Beijing wall clock, `at("2026-09-17 09:02")`. */
export function at(wall: string): number {
  return Date.parse(`${wall.replace(" ", "T")}:00+08:00`);
}

/** A window for `listRecord`. */
export function records(userIds: readonly string[], from: string, to: string): Body {
  return { userIds, checkDateFrom: `${from}:00`, checkDateTo: `${to}:00`, isI18n: false };
}

/** A window for `attendance/list`. */
export function results(userIdList: readonly string[], from: string, to: string): Body {
  const days = { workDateFrom: `${from} 00:00:00`, workDateTo: `${to} 00:00:00` };
  return { userIdList, ...days, offset: 0, limit: 50 };
}
