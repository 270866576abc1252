import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../setup/step.mjs";

/** The folder of one installation, claimed by this process until it ends, however it ends. */
export interface DataFolder {
  readonly path: string;
  file(name: string): string;
  /** The text of a small file in the folder, or null if there is none. */
  read(name: string): string | null;
  /** Replaces the file as a whole: after a kill -9 it is the old or the new one. */
  write(name: string, text: string): void;
  release(): void;
}

const HOLDER = "instance.pid";

/** Makes the folder if need be and claims it; refuses in one line if it cannot be written or is claimed already. */
export function claimDataFolder(path: string): DataFolder {
  const file = (name: string) => join(path, name);
  const lock = openLock(path, file);
  const folder: DataFolder = {
    path,
    file,
    read: (name) => readText(file(name)),
    write: (name, text) => {
      writeFileSync(file(`${name}.new`), text, { mode: 0o600, flush: true });
      renameSync(file(`${name}.new`), file(name));
    },
    release: () => {
      rmSync(file(HOLDER), { force: true });
      lock.close();
    },
  };
  folder.write(HOLDER, `${process.pid}\n`);
  return folder;
}

/** The key of the session cookies: made once, kept in the folder, readable for its owner only. */
export function keptSecret(folder: DataFolder): string {
  const kept = folder.read("session-secret")?.trim();
  if (kept) return kept;
  const secret = randomBytes(32).toString("base64url");
  folder.write("session-secret", `${secret}\n`);
  return secret;
}

// Node's own recursive mkdir never ends where the system answers ENOENT below a folder that exists, as /proc does.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

// An exclusive lock on a database file is given back by the operating system even after a kill -9.
function openLock(path: string, file: (name: string) => string): DatabaseSync {
  try {
    makeFolder(path);
    writeFileSync(file("writable"), "");
    rmSync(file("writable"));
    const lock = new DatabaseSync(file("instance.lock"));
    lock.exec("pragma busy_timeout = 0; begin exclusive");
    return lock;
  } catch (error) {
    throw new Refusal(reason(error, path, readText(file(HOLDER))));
  }
}

function reason(error: unknown, path: string, holder: string | null): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/database is locked/.test(said)) {
    const who = holder ? ` (process ${holder.trim()})` : "";
    return `Another instance${who} is running on ${path}: stop it, or choose another folder with DATA_DIR=…`;
  }
  return `Cannot write in the data folder ${path} (${said.split(",")[0]}): choose another with DATA_DIR=…`;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
