import { join } from "node:path";
import { startRedmine } from "./redmine/server.ts";
import { runCommand } from "./run-command.ts";
import { Refusal, step } from "./setup/step.mjs";

let stop = () => {};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    stop();
    process.exit(1);
  });
}

try {
  const start = () =>
    startRedmine((way) => {
      stop = way;
    });
  const { address, seed, database } = await step(
    "a real Redmine out of Debian's packages (the first time some minutes)",
    start,
    false,
  );
  const { code } = await runCommand(
    "vitest",
    ["run", "--config", join("tools", "redmine", "vitest.config.ts"), ...process.argv.slice(2)],
    {
      show: true,
      env: {
        ...{ NODE_OPTIONS: "--disable-warning=ExperimentalWarning" },
        ...{ REDMINE_ADDRESS: address, REDMINE_SEED: seed, REDMINE_DATABASE: database },
      },
    },
  );
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  stop();
}
