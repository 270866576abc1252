import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { unpackDebian } from "../debian.ts";
import { ROOT } from "../run-command.ts";

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
  await unpackDebian({ home: HOME, packages: ["slapd"], refusal: WANTED });
  return slapdIn(HOME, join(HOME, "usr/sbin/slapd"));
}

function slapdIn(root: string, program: string): Slapd {
  const libraries = globSync(["usr/lib/*-linux-gnu", "lib/*-linux-gnu"].map((one) => join(root, one)));
  const env = root === "/" ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries.join(":") };
  return { program, modules: join(root, "usr/lib/ldap"), schemas: join(root, "etc/ldap/schema"), env };
}
