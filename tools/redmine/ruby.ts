import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { unpackDebian } from "../debian.ts";
import { ROOT } from "../run-command.ts";
import { Refusal } from "../setup/step.mjs";

/** Debian's Redmine as it was unpacked: its code, the programs, and the surroundings that let Ruby find everything where it is. */
export interface Unpacked {
  readonly code: string;
  readonly ruby: string;
  readonly puma: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const HOME = join(ROOT, ".toolchain", "redmine");
const PACKAGES = ["redmine", "redmine-sqlite", "ruby-sqlite3", "puma"];
const WANTED = "a real Redmine comes from Debian's packages: run these tests on Debian or Ubuntu with apt";

/** Redmine with SQLite and a web server out of Debian's packages, unpacked into a folder of the repository, nothing installed. Throws one line. */
export async function findRedmine(): Promise<Unpacked> {
  await unpackDebian({ home: HOME, packages: PACKAGES, refusal: WANTED }).catch((error: Error) => {
    throw new Refusal(error.message);
  });
  return {
    code: first("usr/share/redmine"),
    ruby: first("usr/bin/ruby"),
    puma: first("usr/bin/puma"),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: all("usr/lib/*-linux-gnu", "lib/*-linux-gnu"),
      RUBYLIB: all(
        "usr/lib/ruby/vendor_ruby/[0-9]*",
        "usr/lib/*-linux-gnu/ruby/vendor_ruby/[0-9]*",
        "usr/lib/ruby/vendor_ruby",
        "usr/lib/ruby/[0-9]*",
        "usr/lib/*-linux-gnu/ruby/[0-9]*",
      ),
      GEM_PATH: all(
        "usr/share/rubygems-integration/{all,[0-9]*}",
        "usr/lib/*-linux-gnu/rubygems-integration/[0-9]*",
        "usr/lib/ruby/gems/[0-9]*",
      ),
    },
  };
}

/** What the machine had already was not brought again. */
function first(path: string): string {
  const found = [HOME, "/"].map((root) => join(root, path)).find((file) => existsSync(file));
  if (found === undefined) throw new Refusal(`${WANTED} (no ${path})`);
  return found;
}

function all(...patterns: string[]): string {
  return [HOME, "/"].flatMap((root) => patterns.flatMap((one) => globSync(join(root, one)))).join(delimiter);
}
