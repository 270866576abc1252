import { Refusal } from "../setup/step.mjs";
import { type Directory, openDirectory } from "./directory.ts";
import { afterUsn, beforeTime, type Mark, readMark, writeMark } from "./mark.ts";
import { firstOf, type LdapEntry, personOf, type ScimUser } from "./person.ts";
import { type KnownUser, openScim, type ScimDoor } from "./scim.ts";
import type { LdapSettings } from "./settings.ts";

/** What one run is to do. */
export interface SyncWish {
  /** Reads everybody, and removes whom the directory no longer has. */
  readonly full: boolean;
  /** Reads and counts, and writes nothing. */
  readonly dryRun: boolean;
  /** Removes even more than half of all. */
  readonly force: boolean;
  /** Is told of single people, by name; nobody is named elsewhere. */
  readonly name?: (what: string, user: string) => void;
  readonly tell?: (progress: string) => void;
}

/** How many people came to what. */
export interface SyncCounts {
  readonly full: boolean;
  read: number;
  added: number;
  updated: number;
  /** Of those read, who may no longer sign in. */
  disabled: number;
  removed: number;
  /** Without an id or a name to sign in with. */
  skipped: number;
  refused: number;
  referrals: number;
}

interface Run {
  readonly door: ScimDoor;
  readonly directory: Directory;
  readonly known: ReadonlyMap<string, KnownUser>;
  readonly wish: SyncWish;
  readonly counts: SyncCounts;
  /** Their ids in the directory. */
  readonly seen: Set<string>;
  /** Accounts of the product that belong to somebody who was read. */
  readonly kept: Set<string>;
  /** The greatest time of change among the entries. */
  latest: string;
}

const AT_ONCE = 4;
const FEW = 10;

/**
 * Brings the directory's people to the product. A run that does not come to its end has removed nobody and is done again from where
 * it began. Throws `DirectoryError`, `ScimError`, or a refusal when more than half of the known people would go.
 */
export async function syncPeople(settings: LdapSettings, wish: SyncWish): Promise<SyncCounts> {
  const door = openScim(settings.scimUrl, settings.scimToken);
  const known = await door.readKnown();
  const directory = await openDirectory(settings);
  try {
    const since = wish.full ? null : sinceOf(readMark(settings), directory);
    const run: Run = {
      door,
      directory,
      known,
      wish,
      counts: noCounts(since === null),
      seen: new Set(),
      kept: new Set(),
      latest: "",
    };
    for await (const page of directory.pages(since)) {
      run.counts.referrals += page.referrals;
      await takePage(run, page.entries);
      wish.tell?.(`${run.counts.read} people read`);
    }
    if (run.counts.full) await removeMissing(run);
    const value = directory.committed ?? run.latest;
    if (!wish.dryRun && value !== "" && run.counts.refused === 0)
      writeMark(settings, { server: directory.server, value });
    return run.counts;
  } finally {
    await directory.close();
  }
}

function noCounts(full: boolean): SyncCounts {
  return { full, read: 0, added: 0, updated: 0, disabled: 0, removed: 0, skipped: 0, refused: 0, referrals: 0 };
}

/** Each domain controller counts by itself: after a change of server everything is read. */
function sinceOf(mark: Mark | null, { kind, server }: Directory): string | null {
  if (mark === null || mark.server !== server) return null;
  return kind.name === "Active Directory" ? afterUsn(mark.value) : beforeTime(mark.value);
}

async function takePage(run: Run, entries: readonly LdapEntry[]): Promise<void> {
  const { directory, counts, seen } = run;
  const people: ScimUser[] = [];
  for (const entry of entries) {
    const changed = firstOf(entry, [directory.kind.mark]) ?? "";
    if (directory.committed === null && changed > run.latest) run.latest = changed;
    const person = personOf(entry, directory.attributes);
    counts.read += 1;
    if (person === null) counts.skipped += 1;
    // An entry may come on two pages when it is changed meanwhile; the later one stands.
    else people.push(person);
    if (person !== null) seen.add(person.externalId);
  }
  const waiting = [...people];
  const takeSome = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await takePerson(run, one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeSome));
}

async function takePerson({ door, known, wish, counts, kept }: Run, person: ScimUser): Promise<void> {
  const before = known.get(person.externalId);
  if (!person.active) counts.disabled += 1;
  const planned = { what: before ? "updated" : "added", account: before?.id ?? null } as const;
  const { what, account } = wish.dryRun ? planned : await door.put(person, before);
  if (account !== null) kept.add(account);
  counts[what] += 1;
  wish.name?.(what, person.userName);
}

async function removeMissing({ door, known, wish, counts, seen, kept }: Run): Promise<void> {
  const gone = [...known.values()].filter(({ id, externalId }) => !seen.has(externalId) && !kept.has(id));
  if (gone.length > Math.max(FEW, known.size / 2) && !wish.force)
    throw new Refusal(
      `${gone.length} of ${known.size} known people are no longer found: is LDAP_BASE or LDAP_FILTER wrong? If not, repeat with --full --force. Nobody was removed.`,
    );
  for (const one of gone) {
    if (!wish.dryRun) await door.remove(one);
    counts.removed += 1;
    wish.name?.("removed", one.userName);
  }
}
