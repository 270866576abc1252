import { type ChildProcess, execFile, spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findRedmine, type Unpacked } from "./ruby.ts";

/** A Redmine that runs: its address, and who is who as JSON (`seed.rb`). */
export interface RunningRedmine {
  readonly address: string;
  readonly seed: string;
  /** The file that SQLite keeps its data in. */
  readonly database: string;
  /** Ends it and removes all its data; it may be called again. */
  stop(): void;
}

const SEED = join(import.meta.dirname, "seed.rb");
/** The folders of Debian's own places; those of the machine are not looked at. */
const DEBIAN_CODE = "/usr/share/redmine/";

/** Starts a fresh Redmine on a free port, its data in a temporary folder. `started` is told the way to stop before anything runs. */
export async function startRedmine(started: (stop: () => void) => void): Promise<RunningRedmine> {
  const found = await findRedmine();
  const folder = mkdtempSync(join(tmpdir(), "today-redmine-"));
  const running = new Set<ChildProcess>();
  const stop = () => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  started(stop);
  try {
    const database = join(folder, "redmine.db");
    const env = { ...layOut(found, folder, database), SEED: join(folder, "seed.json") };
    const cwd = join(folder, "redmine");
    const seeding = promisify(execFile)(found.ruby, [SEED], { cwd, env });
    running.add(seeding.child);
    await seeding;
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    // One thread: a second one that waits for SQLite's lock would keep Ruby from giving it back to the first.
    const bind = ["-b", `tcp://127.0.0.1:${port}`, "-t", "1:1", "-e", "production", "config.ru"];
    const server = spawn(found.ruby, [found.puma, ...bind], { cwd, env, stdio: "ignore" });
    running.add(server);
    await answering(address, server);
    return { address, database, seed: readFileSync(env.SEED, "utf8"), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** A copy of Redmine's code with settings of its own, and what its programs need around them. */
function layOut({ code, env }: Unpacked, folder: string, file: string) {
  const home = join(folder, "redmine");
  // Links to the machine's own settings are left behind.
  const filter = (file: string) => !/\/(Gemfile\.lock|instances|config\/database\.yml)$/.test(file);
  cpSync(code, home, { recursive: true, filter });
  const instance = join(home, "instances", "default");
  for (const name of ["config", "log", "tmp", "files"]) mkdirSync(join(instance, name), { recursive: true });
  const database = { adapter: "sqlite3", database: file, timeout: 20_000 };
  writeFileSync(join(instance, "config/database.yml"), JSON.stringify({ production: database }));
  writeFileSync(join(instance, "config/secret_key.txt"), "0123456789abcdef".repeat(4));
  const gems = readFileSync(join(home, "Gemfile"), "utf8").replaceAll(DEBIAN_CODE, `${home}/`);
  writeFileSync(join(home, "Gemfile"), gems);
  appendFileSync(join(home, "Gemfile"), '\ngem "puma"\n');
  return {
    ...env,
    ...{ HOME: folder, GEM_HOME: join(folder, "gems"), BUNDLE_GEMFILE: join(home, "Gemfile") },
    ...{ RAILS_ENV: "production", RUBYOPT: "-W0", TZ: "Asia/Shanghai" },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  await new Promise((done) => server.close(done));
  return port;
}

async function answering(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    const answer = await fetch(`${address}/users/current.json`).catch(() => null);
    if (answer?.status === 401) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`Redmine did not start (exit code ${server.exitCode})`);
}
