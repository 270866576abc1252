import { isZone } from "@today/core/time/zone";
import type { Job } from "./job.ts";

/** The Worker's bindings, settings and secrets as they are given. */
export interface Env {
  readonly DB: D1Database;
  readonly QUEUE: Queue<Job>;
  /** For messages of kind `settle` only: they wait for one another. */
  readonly SETTLING: Queue<Job>;
  /** For what goes to and comes from other systems, which may be slow. */
  readonly PUSHING: Queue<Job>;
  readonly ASSETS?: Fetcher;
  readonly CLOCK?: Fetcher;
  /** The way out to other systems where the host looks at what their names resolve to. */
  readonly OUTGOING?: Fetcher;
  readonly DINGTALK_CORP_ID?: string;
  readonly DINGTALK_AGENT_ID?: string;
  readonly DINGTALK_APP_KEY?: string;
  readonly DINGTALK_APP_SECRET?: string;
  readonly DINGTALK_CALLBACK_TOKEN?: string;
  readonly DINGTALK_CALLBACK_AES_KEY?: string;
  /** `http`, `stream` or `off`. */
  readonly DINGTALK_EVENTS?: string;
  /** Made by the host at its start, for what only it may hand in. */
  readonly DINGTALK_STREAM_KEY?: string;
  readonly DINGTALK_JSAPI_DIGEST?: string;
  readonly DINGTALK_LOGIN_BASE?: string;
  readonly PUBLIC_URL?: string;
  readonly DINGTALK_API_BASE?: string;
  readonly DINGTALK_OAPI_BASE?: string;
  readonly DINGTALK_MONTHLY_CALLS?: string;
  readonly DINGTALK_CALLS_PER_SECOND?: string;
  readonly COMPANY_ZONE?: string;
  readonly SESSION_SECRET?: string;
  readonly CREDENTIAL_KEY?: string;
  /** `refuse` or `allow`. */
  readonly OUTGOING_PRIVATE?: string;
}

export type EventsBy = "http" | "stream" | "off";

/** What the product goes by, checked. */
export interface Settings {
  readonly corpId: string;
  readonly agentId: string | null;
  readonly appKey: string;
  readonly appSecret: string;
  /** How events come: pushed to the public address, over a connection of the host's, or not at all. */
  readonly events: EventsBy;
  /** Null unless events are pushed to the public address. */
  readonly callback: { readonly token: string; readonly aesKey: string } | null;
  /** What the host shows when it hands in an event; null when there is no such host. */
  readonly streamKey: string | null;
  /** By which a page is signed; which of them DingTalk's clients accept is unconfirmed (JSAPI 鉴权). */
  readonly jsapiDigest: "SHA-1" | "SHA-256";
  /** Where a browser outside DingTalk is sent to sign in. */
  readonly loginBase: string;
  /** Under which the product is reached, `https://today.example.com`; null for that of each request. */
  readonly publicUrl: string | null;
  readonly apiBase: string;
  readonly oapiBase: string;
  /** How many counted calls a month the organisation has, 5000 by default. */
  readonly monthlyCalls: number;
  /** How many calls a second DingTalk takes from one app on one API, 20 by default. */
  readonly callsPerSecond: number;
  /** IANA zone, `Asia/Shanghai` by default. */
  readonly zone: string;
  readonly sessionSecret: string;
  /** What credentials of other systems are sealed with; null for the secret of the sessions. */
  readonly credentialKey: string | null;
  /** Whether other systems may be in a network of one's own, and be spoken to without TLS. */
  readonly outgoingPrivate: "refuse" | "allow";
}

/** Its message names every setting that is missing or malformed, in one line, and no value. */
export class SettingsError extends Error {
  constructor(complaints: readonly string[]) {
    super(`Settings: ${complaints.join("; ")}`);
    this.name = "SettingsError";
  }
}

/** The settings of an environment; throws `SettingsError`. */
export function readSettings(env: Env): Settings {
  const complaints: string[] = [];
  const read = <T>(name: keyof Env, [check, wish]: Check<T>): T => {
    const given = env[name];
    const value = check(typeof given === "string" ? given.trim() : "");
    if (value === undefined) complaints.push(`${name} ${given === undefined || given === "" ? "is missing" : wish}`);
    return value as T;
  };
  const token = read("DINGTALK_CALLBACK_TOKEN", optional(/^[A-Za-z0-9]{3,32}$/, "must be 3 to 32 letters and digits"));
  const aesKey = read("DINGTALK_CALLBACK_AES_KEY", optional(/^[A-Za-z0-9]{43}$/, "must be 43 letters and digits"));
  if ((token === null) !== (aesKey === null)) {
    complaints.push("DINGTALK_CALLBACK_TOKEN and DINGTALK_CALLBACK_AES_KEY come together");
  }
  const wanted = read("DINGTALK_EVENTS", oneOf({ http: "http", stream: "stream", off: "off" } as const, "http"));
  const callback = wanted === "http" && token && aesKey ? { token, aesKey } : null;
  const settings = {
    corpId: read("DINGTALK_CORP_ID", word),
    agentId: read("DINGTALK_AGENT_ID", optional(/^\S+$/, "must be one word")),
    appKey: read("DINGTALK_APP_KEY", word),
    appSecret: read("DINGTALK_APP_SECRET", word),
    events: wanted === "http" && callback === null ? ("off" as const) : wanted,
    callback,
    streamKey: read("DINGTALK_STREAM_KEY", optional(/^\S{32,}$/, "must be one word of at least 32 characters")),
    jsapiDigest: read("DINGTALK_JSAPI_DIGEST", oneOf({ "sha-256": "SHA-256", "sha-1": "SHA-1" } as const, "sha-256")),
    loginBase: read("DINGTALK_LOGIN_BASE", address("https://login.dingtalk.com")),
    publicUrl: read("PUBLIC_URL", origin),
    apiBase: read("DINGTALK_API_BASE", address("https://api.dingtalk.com")),
    oapiBase: read("DINGTALK_OAPI_BASE", address("https://oapi.dingtalk.com")),
    monthlyCalls: read("DINGTALK_MONTHLY_CALLS", count(5000)),
    callsPerSecond: read("DINGTALK_CALLS_PER_SECOND", count(20)),
    zone: read("COMPANY_ZONE", zone),
    sessionSecret: read("SESSION_SECRET", [(text) => (text.length >= 16 ? text : undefined), "is too short"]),
    credentialKey: read("CREDENTIAL_KEY", optional(/^.{32,}$/, "must have at least 32 characters")),
    outgoingPrivate: read("OUTGOING_PRIVATE", oneOf({ refuse: "refuse", allow: "allow" } as const, "refuse")),
  };
  if (complaints.length > 0) throw new SettingsError(complaints);
  return settings;
}

/** Reads a text, undefined when it is malformed, and what to say then. */
type Check<T> = readonly [(text: string) => T | undefined, wish: string];

const word: Check<string> = [(text) => (/^\S+$/.test(text) ? text : undefined), "must be one word"];

const zone: Check<string> = [
  (text) => (text === "" ? "Asia/Shanghai" : isZone(text) ? text : undefined),
  "must be an IANA zone",
];

const origin: Check<string | null> = [
  (text) => {
    if (text === "") return null;
    const url = URL.parse(text);
    const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "";
    return isPlain && url.pathname === "/" ? url.origin : undefined;
  },
  "must be an address such as https://today.example.com",
];

function oneOf<T>(words: Readonly<Record<string, T>>, otherwise: string): Check<T> {
  const wish = `must be one of ${Object.keys(words).join(", ")}`;
  return [(text) => words[(text || otherwise).toLowerCase()], wish];
}

function optional(shape: RegExp, wish: string): Check<string | null> {
  return [(text) => (text === "" ? null : shape.test(text) ? text : undefined), wish];
}

function address(otherwise: string): Check<string> {
  return [(text) => (text === "" ? otherwise : URL.canParse(text) ? text : undefined), "must be an address"];
}

function count(otherwise: number): Check<number> {
  return [
    (text) => (text === "" ? otherwise : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
    "must be a number above 0",
  ];
}
