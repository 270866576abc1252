import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "../run-command.ts";
import { withLock } from "../setup/lock.mjs";

/** An OpenLDAP server that can be started: the program, and where its modules, schemas and libraries are. */
export interface Slapd {
  readonly program: string;
  readonly modules: string;
  readonly schemas: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const HOME = join(ROOT, ".toolchain", "slapd");
const PLACES = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/usr/libexec"];
const WANTED =
  "an OpenLDAP server (slapd) is needed for these tests: install slapd, or run them on Debian or Ubuntu with apt";

/** The machine's own slapd, or Debian's, unpacked into a folder of the repository without root. Throws one line if there is none. */
export async function findSlapd(): Promise<Slapd> {
  const installed = PLACES.map((folder) => join(folder, "slapd")).find((file) => existsSync(file));
  if (installed !== undefined && existsSync("/etc/ldap/schema")) return slapdIn("/", installed);
  if (!existsSync(join(HOME, "usr/sbin/slapd")))
    await withLock(join(ROOT, ".toolchain", "slapd.lock"), fetchSlapd, () => {});
  return slapdIn(HOME, join(HOME, "usr/sbin/slapd"));
}

function slapdIn(root: string, program: string): Slapd {
  const libraries = globSync(["usr/lib/*-linux-gnu", "lib/*-linux-gnu"].map((one) => join(root, one)));
  const env = root === "/" ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries.join(":") };
  return { program, modules: join(root, "usr/lib/ldap"), schemas: join(root, "etc/ldap/schema"), env };
}

async function fetchSlapd(): Promise<void> {
  if (existsSync(join(HOME, "usr/sbin/slapd"))) return;
  const fresh = `${HOME}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const folder of ["archives/partial", "lists/partial"])
    mkdirSync(join(fresh, "apt", folder), { recursive: true });
  try {
    download(join(fresh, "apt"));
    for (const file of globSync(join(fresh, "apt/archives/*.deb"))) execFileSync("dpkg", ["-x", file, fresh]);
    rmSync(join(fresh, "apt"), { recursive: true });
    renameSync(fresh, HOME);
  } catch (error) {
    throw new Error(`${WANTED} (${error instanceof Error ? error.message.trim().split("\n").at(-1) : error})`);
  }
}

/** slapd and what it needs that this machine has not, as files only. */
function download(folder: string): void {
  const own = [
    "-o",
    `Dir::Cache::archives=${folder}/archives`,
    "-o",
    "Debug::NoLocking=1",
    "-o",
    "APT::Sandbox::User=",
  ];
  const lists = ["-o", `Dir::State::lists=${folder}/lists`];
  const get = ["install", "--download-only", "-y", "--no-install-recommends", "slapd"];
  const quiet = { stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"] };
  try {
    execFileSync("apt-get", [...own, ...get], quiet);
  } catch {
    execFileSync("apt-get", [...own, ...lists, "update"], quiet);
    execFileSync("apt-get", [...own, ...lists, ...get], quiet);
  }
}
