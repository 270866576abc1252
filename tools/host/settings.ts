import { resolve } from "node:path";
import { Refusal } from "../setup/step.mjs";

/** What `npm start` is told by its environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly simulatorPort: number;
  /** How many people the demo company has. */
  readonly simulatorPeople: number;
  readonly dataDir: string;
  readonly sessionSecret: string | null;
  /** The worker's DINGTALK_* bindings; null means that the simulator stands in. */
  readonly dingtalk: Readonly<Record<string, string>> | null;
  /** Bindings of the worker that hold with the simulator as well as with DingTalk. */
  readonly common: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const REQUIRED = ["DINGTALK_CORP_ID", "DINGTALK_APP_KEY", "DINGTALK_APP_SECRET"];
const CALLBACK = ["DINGTALK_CALLBACK_TOKEN", "DINGTALK_CALLBACK_AES_KEY"];
const BASES = ["DINGTALK_API_BASE", "DINGTALK_OAPI_BASE", "DINGTALK_LOGIN_BASE"];
const DINGTALK = [...REQUIRED, "DINGTALK_AGENT_ID", ...CALLBACK, ...BASES];
const COUNTS = ["DINGTALK_MONTHLY_CALLS", "DINGTALK_CALLS_PER_SECOND"];
const CHOICES = {
  DINGTALK_EVENTS: ["http", "stream", "off"],
  DINGTALK_JSAPI_DIGEST: ["sha-256", "sha-1"],
  OUTGOING_PRIVATE: ["refuse", "allow"],
};
const COMMON = [...COUNTS, ...Object.keys(CHOICES), "COMPANY_ZONE", "PUBLIC_URL", "CREDENTIAL_KEY"];
const SECRETS = ["SESSION_SECRET", "CREDENTIAL_KEY"];
const SECRET_LENGTH = 32;
const LOOPBACK = "127.0.0.1";
const EVERYWHERE = "0.0.0.0";

/** Reads and checks all settings; throws one refusal with one line for each that is missing or malformed. */
export function readSettings(given: Environment, root: string): Settings {
  const env = withoutEmpty(given);
  const real = DINGTALK.some((name) => name in env);
  const problems = [
    ...portProblems(env, ["PORT", "SIMULATOR_PORT"]),
    ...peopleProblems(env),
    ...SECRETS.flatMap((name) => secretProblems(env, name)),
    ...COUNTS.flatMap((name) => countProblems(env, name)),
    ...Object.entries(CHOICES).flatMap(([name, words]) => choiceProblems(env, name, words)),
    ...originProblems(env),
    ...(real ? dingtalkProblems(env) : []),
  ];
  if (problems.length > 0) throw new Refusal(problems.join("\n"));
  return {
    port: Number(env.PORT ?? 8787),
    // A demo in which everybody may become anybody is not shown to the network unasked.
    host: env.HOST ?? (real ? EVERYWHERE : LOOPBACK),
    simulatorPort: Number(env.SIMULATOR_PORT ?? 8788),
    simulatorPeople: Number(env.SIMULATOR_PEOPLE ?? 200),
    dataDir: resolve(root, env.DATA_DIR ?? ".data"),
    sessionSecret: env.SESSION_SECRET ?? null,
    dingtalk: real ? pick(env, DINGTALK) : null,
    common: pick(env, COMMON),
  };
}

function withoutEmpty(given: Environment): Record<string, string> {
  const entries = Object.entries(given).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(entries);
}

function pick(env: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

function portProblems(env: Record<string, string>, names: readonly string[]): string[] {
  const problems = names
    .filter((name) => env[name] !== undefined && !isIntegerBetween(env[name], 1, 65_535))
    .map((name) => `${name} must be a port between 1 and 65535; it is "${env[name]}".`);
  const [port = "8787", simulatorPort = "8788"] = names.map((name) => env[name]);
  return port === simulatorPort
    ? [...problems, `PORT and SIMULATOR_PORT are both ${port}; they must differ.`]
    : problems;
}

function peopleProblems({ SIMULATOR_PEOPLE: people }: Record<string, string>): string[] {
  if (people === undefined || isIntegerBetween(people, 12, 20_000)) return [];
  return [`SIMULATOR_PEOPLE must be a number between 12 and 20000; it is "${people}".`];
}

function secretProblems(env: Record<string, string>, name: string): string[] {
  const secret = env[name];
  if (secret === undefined || secret.length >= SECRET_LENGTH) return [];
  return [`${name} must have at least ${SECRET_LENGTH} characters; it has ${secret.length}.`];
}

function countProblems(env: Record<string, string>, name: string): string[] {
  const count = env[name];
  if (count === undefined || isIntegerBetween(count, 1, 999_999_999)) return [];
  return [`${name} must be a whole number above 0; it is "${count}".`];
}

function choiceProblems(env: Record<string, string>, name: string, words: readonly string[]): string[] {
  const chosen = env[name];
  if (chosen === undefined || words.includes(chosen)) return [];
  return [`${name} must be one of ${words.join(", ")}; it is "${chosen}".`];
}

function originProblems({ PUBLIC_URL: given }: Record<string, string>): string[] {
  if (given === undefined || (isWebAddress(given) && URL.parse(given)?.pathname === "/")) return [];
  return [`PUBLIC_URL must be an address such as https://today.example.com; it is "${given}".`];
}

function dingtalkProblems(env: Record<string, string>): string[] {
  const missing = REQUIRED.filter((name) => env[name] === undefined);
  const half = CALLBACK.filter((name) => env[name] === undefined).length === 1;
  const aesKey = env.DINGTALK_CALLBACK_AES_KEY;
  const malformed = BASES.filter((name) => env[name] !== undefined && !isWebAddress(env[name]));
  return [
    ...missing.map(
      (name) =>
        `${name} is missing: give all of ${REQUIRED.join(", ")}, or no DINGTALK_ setting at all for the simulator.`,
    ),
    ...(half ? [`${CALLBACK.join(" and ")} belong together: give both or neither.`] : []),
    ...(aesKey !== undefined && !/^[A-Za-z0-9]{43}$/.test(aesKey)
      ? ["DINGTALK_CALLBACK_AES_KEY must be the 43 letters and digits that DingTalk's console shows."]
      : []),
    ...malformed.map((name) => `${name} must be an address such as https://api.dingtalk.com; it is "${env[name]}".`),
  ];
}

function isIntegerBetween(text: string | undefined, from: number, to: number): boolean {
  return text !== undefined && /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to;
}

function isWebAddress(text: string | undefined): boolean {
  const url = text === undefined ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "";
}
