import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const TOUCH_MS = 2_000;
const STALE_MS = 30_000;
const RETRY_MS = 250;

/**
 * Runs `work` while holding the lock file; waits for a living holder, takes over from a dead one.
 * `onWait(pid)` is called once if there is somebody to wait for.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} onWait
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  await acquire(file, onWait);
  const touching = setInterval(() => touch(file), TOUCH_MS);
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.removeListener("exit", release);
    release();
  }
}

/** @param {string} file @param {(pid: number) => void} onWait */
async function acquire(file, onWait) {
  let told = false;
  while (!create(file)) {
    const holder = readHolder(file);
    if (holder === "gone") continue;
    if (isStale(file, holder)) {
      takeAway(file, holder);
      continue;
    }
    if (!told) onWait(holder);
    told = true;
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file @returns {number | "gone"} */
function readHolder(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return "gone";
  }
}

/** @param {string} file @param {number} holder */
function isStale(file, holder) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    // A file that is still empty belongs to somebody who is just writing it.
    return age > STALE_MS || (holder > 0 && !isAlive(holder));
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Two waiters may find the same dead holder: only who renames it removes it, and a lock that
 * turns out to be a fresh one is put back.
 * @param {string} file @param {number} holder
 */
function takeAway(file, holder) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(Date.now()), new Date(Date.now()));
  } catch {
    // Removed by hand: the work goes on, only a second command would no longer wait.
  }
}
