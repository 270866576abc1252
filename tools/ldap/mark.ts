import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LdapSettings } from "./settings.ts";

/** How far the last run has come: from here on the next reads only what has changed. Nobody is named in it. */
export interface Mark {
  /** Of what was read and where it went; another one means that everything is read. */
  readonly fingerprint: string;
  /** The server that counts the changes; null where the mark is a time. */
  readonly server: string | null;
  readonly value: string;
}

const FILE = "ldap-sync.json";

/** The mark of the last run that came to its end with these settings, or null. */
export function readMark(settings: LdapSettings): Mark | null {
  try {
    const mark = JSON.parse(readFileSync(join(settings.dataDir, FILE), "utf8")) as Mark;
    return mark.fingerprint === fingerprintOf(settings) && typeof mark.value === "string" ? mark : null;
  } catch {
    return null;
  }
}

/** Keeps the mark as a whole: after a kill it is the old or the new one. */
export function writeMark(settings: LdapSettings, { server, value }: Pick<Mark, "server" | "value">): void {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const file = join(settings.dataDir, FILE);
  const mark: Mark = { fingerprint: fingerprintOf(settings), server, value };
  writeFileSync(`${file}.new`, `${JSON.stringify(mark)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function fingerprintOf({ url, base, filter, attributes, scimUrl }: LdapSettings): string {
  return createHash("sha256")
    .update(JSON.stringify([url, base, filter, attributes, scimUrl]))
    .digest("hex");
}

/** Where the next reading begins, as Active Directory counts: after the last change that was read. */
export function afterUsn(value: string): string {
  return String(BigInt(value) + 1n);
}

/** Ten minutes before a time such as "20261122043000Z": what another server has copied late is read too. */
export function beforeTime(value: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(value) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (Number.isNaN(at)) return value;
  return `${new Date(at - 600_000).toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;
}
