import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Refusal } from "../setup/step.mjs";

/** What of a person is read from the directory. */
const PERSON_PARTS = [
  ...(["id", "userName", "displayName", "familyName", "givenName", "email"] as const),
  ...(["mobile", "employeeNumber", "department", "title"] as const),
];
export type PersonPart = (typeof PERSON_PARTS)[number];

/** For each part the attributes that may hold it, the first that has a value counts: `{ displayName: ["displayName", "cn"] }`. */
export type AttributeNames = Readonly<Partial<Record<PersonPart, readonly string[]>>>;

/** Where the directory is, what is read of it, and where it goes. */
export interface LdapSettings {
  readonly url: string;
  readonly startTls: boolean;
  readonly caFile: string | null;
  readonly bindDn: string;
  readonly bindPassword: string;
  readonly base: string;
  /** Null: what fits the kind of directory. */
  readonly filter: string | null;
  readonly attributes: AttributeNames;
  readonly pageSize: number;
  /** The product's SCIM base, "https://today.example.com/scim/v2". */
  readonly scimUrl: string;
  readonly scimToken: string;
  readonly dataDir: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const REQUIRED = ["LDAP_URL", "LDAP_BIND_DN", "LDAP_BIND_PASSWORD", "LDAP_BASE", "SCIM_TOKEN"];
const ATTRIBUTE = /^[A-Za-z][\w;-]*$/;

/** Reads and checks all settings; throws one refusal with one line for each that is missing or malformed. No value of a secret is in it. */
export function readLdapSettings(given: Environment, root: string): LdapSettings {
  const env = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const url = env.LDAP_URL ?? "";
  const scimUrl = (env.SCIM_URL ?? `http://127.0.0.1:${env.PORT ?? 8787}`).replace(/\/+$/, "");
  const attributes = readAttributes(env.LDAP_ATTRIBUTES ?? "");
  const problems = [
    ...REQUIRED.filter((name) => env[name] === undefined).map((name) => `${name} is missing.`),
    ...(url === "" ? [] : urlProblems(url, env)),
    ...caProblems(env.LDAP_CA_FILE, root),
    ...filterProblems(env.LDAP_FILTER),
    ...attributes.problems,
    ...switchProblems(env),
    ...(isInteger(env.LDAP_PAGE_SIZE ?? "200", 1, 1000) ? [] : ["LDAP_PAGE_SIZE must be a number from 1 to 1000."]),
    ...(isAddress(scimUrl, ["http:", "https:"])
      ? []
      : [`SCIM_URL must be the product's address, such as https://today.example.com; it is "${scimUrl}".`]),
  ];
  if (problems.length > 0) throw new Refusal(problems.join("\n"));
  return {
    url,
    startTls: env.LDAP_STARTTLS === "true",
    caFile: env.LDAP_CA_FILE === undefined ? null : resolve(root, env.LDAP_CA_FILE),
    bindDn: env.LDAP_BIND_DN ?? "",
    bindPassword: env.LDAP_BIND_PASSWORD ?? "",
    base: env.LDAP_BASE ?? "",
    filter: env.LDAP_FILTER ?? null,
    attributes: attributes.names,
    pageSize: Number(env.LDAP_PAGE_SIZE ?? 200),
    scimUrl: scimUrl.endsWith("/scim/v2") ? scimUrl : `${scimUrl}/scim/v2`,
    scimToken: env.SCIM_TOKEN ?? "",
    dataDir: resolve(root, env.DATA_DIR ?? ".data"),
  };
}

function urlProblems(url: string, env: Readonly<Record<string, string>>): string[] {
  if (!isAddress(url, ["ldap:", "ldaps:"]))
    return [`LDAP_URL must be an address such as ldaps://dc1.example.com; it is "${url}".`];
  const { protocol, hostname } = new URL(url);
  const isOpen = protocol === "ldap:" && env.LDAP_STARTTLS !== "true" && env.LDAP_PLAINTEXT !== "true";
  if (protocol === "ldaps:" && env.LDAP_STARTTLS === "true")
    return ["LDAP_STARTTLS goes with ldap://; an ldaps:// address is encrypted already."];
  return isOpen && !/^(localhost|127\.|\[::1\])/.test(hostname)
    ? [
        "LDAP_URL would send the password unencrypted: use ldaps://, LDAP_STARTTLS=true or, if you must, LDAP_PLAINTEXT=true.",
      ]
    : [];
}

function caProblems(file: string | undefined, root: string): string[] {
  if (file === undefined || existsSync(resolve(root, file))) return [];
  return [`LDAP_CA_FILE names no file: ${file}`];
}

function filterProblems(filter: string | undefined): string[] {
  if (filter === undefined) return [];
  const [open, close] = [filter.split("(").length, filter.split(")").length];
  const isWhole = filter.startsWith("(") && filter.endsWith(")") && open === close;
  return isWhole ? [] : [`LDAP_FILTER must be one filter in brackets, such as (objectClass=user); it is "${filter}".`];
}

function switchProblems(env: Readonly<Record<string, string>>): string[] {
  return ["LDAP_STARTTLS", "LDAP_PLAINTEXT"]
    .filter((name) => env[name] !== undefined && !/^(true|false)$/.test(env[name] ?? ""))
    .map((name) => `${name} must be true or false.`);
}

/** "userName=mail, displayName=displayName|cn" */
function readAttributes(text: string): { names: AttributeNames; problems: string[] } {
  const names: Partial<Record<PersonPart, readonly string[]>> = {};
  const problems: string[] = [];
  for (const one of text.split(",").map((part) => part.trim())) {
    if (one === "") continue;
    const [part = "", list = ""] = one.split("=").map((side) => side.trim());
    const attributes = list.split("|").map((name) => name.trim());
    const known = PERSON_PARTS.find((name) => name === part);
    if (known === undefined) problems.push(`LDAP_ATTRIBUTES knows no "${part}", only ${PERSON_PARTS.join(", ")}.`);
    else if (!attributes.every((name) => ATTRIBUTE.test(name)))
      problems.push(`LDAP_ATTRIBUTES names no attribute for ${part}: "${one}".`);
    else names[known] = attributes;
  }
  return { names, problems };
}

function isInteger(text: string, from: number, to: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to;
}

function isAddress(text: string, protocols: readonly string[]): boolean {
  const url = URL.parse(text);
  return (
    url !== null && protocols.includes(url.protocol) && url.hostname !== "" && url.search === "" && url.hash === ""
  );
}
