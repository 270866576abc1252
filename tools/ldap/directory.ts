import { readFileSync } from "node:fs";
import { Client } from "ldapts";
import { ACTIVE_DIRECTORY, type DirectoryKind, firstOf, type LdapEntry, LOCKS, OPEN_LDAP } from "./person.ts";
import type { AttributeNames, LdapSettings } from "./settings.ts";

/** The directory does not answer or refuses; `message` names nobody. */
export class DirectoryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DirectoryError";
  }
}

/** A directory that is open for reading. */
export interface Directory {
  readonly kind: DirectoryKind;
  readonly attributes: Required<AttributeNames>;
  /** Which server counts the changes; its marks mean nothing on another. Null where the mark is a time. */
  readonly server: string | null;
  /** How far changes go as of now; null where only the entries say so. */
  readonly committed: string | null;
  /** The people, of all or of those changed from a mark on, page by page. */
  pages(since: string | null): AsyncGenerator<Page>;
  close(): Promise<void>;
}

export interface Page {
  readonly entries: readonly LdapEntry[];
  /** Parts of the directory that are elsewhere; they are not followed. */
  readonly referrals: number;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 60_000;
/** What a domain controller says it can do ([MS-ADTS] 3.1.1.3.4.3). */
const ACTIVE_DIRECTORY_CAPABILITY = "1.2.840.113556.1.4.800";
const ROOT = ["supportedCapabilities", "highestCommittedUSN", "dsServiceName"];

/** Connects, encrypts as set, signs in and finds out what kind of directory it is. Throws `DirectoryError`. */
export async function openDirectory(settings: LdapSettings): Promise<Directory> {
  const tlsOptions = settings.caFile === null ? {} : { ca: [readFileSync(settings.caFile)] };
  const client = new Client({
    ...{ url: settings.url, timeout: ANSWER_MS, connectTimeout: CONNECT_MS, strictDN: false },
    ...(settings.url.startsWith("ldaps:") ? { tlsOptions } : {}),
  });
  try {
    if (settings.startTls) await client.startTLS({ ...tlsOptions, host: new URL(settings.url).hostname });
    await client.bind(settings.bindDn, settings.bindPassword);
    const root = await readRoot(client);
    const attributes = { ...root.kind.attributes, ...settings.attributes };
    const wanted = { filter: settings.filter ?? root.kind.filter, attributes };
    return {
      ...root,
      attributes,
      pages: (since) => readPages(client, settings, { ...wanted, kind: root.kind, since }),
      close: () => client.unbind().catch(() => {}),
    };
  } catch (error) {
    await client.unbind().catch(() => {});
    throw named(error, settings);
  }
}

async function readRoot(client: Client): Promise<Pick<Directory, "kind" | "server" | "committed">> {
  const { searchEntries } = await client.search("", { scope: "base", filter: "(objectClass=*)", attributes: ROOT });
  const root = (searchEntries[0] ?? {}) as LdapEntry;
  const capabilities = [root.supportedCapabilities ?? []].flat();
  if (!capabilities.some((one) => one === ACTIVE_DIRECTORY_CAPABILITY))
    return { kind: OPEN_LDAP, server: null, committed: null };
  const [committed, server] = [firstOf(root, ["highestCommittedUSN"]), firstOf(root, ["dsServiceName"])];
  return { kind: ACTIVE_DIRECTORY, server, committed };
}

interface Wanted {
  readonly kind: DirectoryKind;
  readonly filter: string;
  readonly attributes: Required<AttributeNames>;
  readonly since: string | null;
}

async function* readPages(
  client: Client,
  settings: LdapSettings,
  { kind, filter, attributes, since }: Wanted,
): AsyncGenerator<Page> {
  const options = {
    scope: "sub" as const,
    filter: since === null ? filter : `(&${filter}(${kind.mark}>=${since}))`,
    attributes: [...new Set([...Object.values(attributes).flat(), ...LOCKS, kind.mark])],
    explicitBufferAttributes: ["objectGUID"],
    paged: { pageSize: settings.pageSize },
  };
  try {
    for await (const page of client.searchPaginated(settings.base, options)) {
      yield { entries: page.searchEntries as LdapEntry[], referrals: page.searchReferences.length };
    }
  } catch (error) {
    throw named(error, settings);
  }
}

function named(error: unknown, { url, base, bindDn }: LdapSettings): DirectoryError {
  if (error instanceof DirectoryError) return error;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (/InvalidCredentials/.test(said))
    return new DirectoryError(`The directory refuses the password of LDAP_BIND_DN (${bindDn}).`);
  if (/NoSuchObject/.test(said)) return new DirectoryError(`There is no LDAP_BASE "${base}" in the directory.`);
  if (/certificate|CERT|altnames|TLS|SSL/i.test(said))
    return new DirectoryError(
      `The certificate of ${url} is not trusted (${lineOf(said)}): give its CA with LDAP_CA_FILE.`,
    );
  if (/AdminLimitExceeded|SizeLimitExceeded/.test(said))
    return new DirectoryError("The directory gives no pages of that size: set LDAP_PAGE_SIZE to less.");
  if (/InsufficientAccess/.test(said)) return new DirectoryError("LDAP_BIND_DN may not read there.");
  return new DirectoryError(`${url} does not answer as it must (${lineOf(said)}).`);
}

function lineOf(said: string): string {
  return said.split("\n")[0]?.trim() ?? "";
}
