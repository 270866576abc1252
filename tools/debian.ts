import { execFile } from "node:child_process";
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { withLock } from "./setup/lock.mjs";

const run = promisify(execFile);

/** Packages and the folder that they are unpacked into, `.toolchain/slapd`; `refusal` is what to say where apt cannot bring them. */
interface Wanted {
  readonly home: string;
  readonly packages: readonly string[];
  readonly refusal: string;
}

/** Unpacks Debian packages, and what they need that this machine has not, into a folder without root; nothing is installed. Throws one line. */
export async function unpackDebian({ home, packages, refusal }: Wanted): Promise<void> {
  if (existsSync(home)) return;
  const fetch = () => (existsSync(home) ? Promise.resolve() : fetchInto(home, packages));
  try {
    await withLock(`${home}.lock`, fetch, () => {});
  } catch (error) {
    const said = error instanceof Error ? error.message.trim().split("\n").at(-1) : error;
    throw new Error(`${refusal} (${said})`);
  }
}

async function fetchInto(home: string, packages: readonly string[]): Promise<void> {
  const fresh = `${home}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const apt = join(fresh, "apt");
  for (const folder of ["archives/partial", "lists/partial"]) mkdirSync(join(apt, folder), { recursive: true });
  await download(apt, packages);
  for (const file of globSync(join(apt, "archives/*.deb"))) await run("dpkg", ["-x", file, fresh]);
  rmSync(apt, { recursive: true });
  renameSync(fresh, home);
}

async function download(folder: string, packages: readonly string[]): Promise<void> {
  const options = [`Dir::Cache::archives=${folder}/archives`, "Debug::NoLocking=1", "APT::Sandbox::User="];
  const own = options.flatMap((option) => ["-o", option]);
  const lists = ["-o", `Dir::State::lists=${folder}/lists`];
  const get = ["install", "--download-only", "-y", "--no-install-recommends", ...packages];
  const room = { maxBuffer: 64 << 20 };
  try {
    await run("apt-get", [...own, ...get], room);
  } catch {
    await run("apt-get", [...own, ...lists, "update"], room);
    await run("apt-get", [...own, ...lists, ...get], room);
  }
}
