import { openHost } from "./host.ts";
import { readSettings } from "./settings.ts";

/** Runs a host on a stand-in Worker in a process of its own, so that tests can kill it: `node stand-in-host.ts <wrangler.json>`. */
const build = async () => process.argv[2] ?? "";
try {
  const settings = readSettings(process.env, process.cwd());
  const openStandIn = async () => {
    const meet = async () => () => {};
    return { bindings: { GREETING: "from the simulator" }, now: () => 1_000, meet };
  };
  const host = await openHost({ settings, build, openStandIn });
  process.once("SIGTERM", () => host.stop());
  console.log(`ready ${host.url}`);
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
