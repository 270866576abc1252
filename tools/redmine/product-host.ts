import { fillOnce, openInstallation } from "../host/installation.ts";
import { readSettings } from "../host/settings.ts";
import { ROOT } from "../run-command.ts";

/** The product with a demo company of its own in a process that tests can kill; its clock stands still. Says where it is as one line of JSON. */
const installation = await openInstallation(readSettings(process.env, ROOT), false);
const stop = async () => {
  await installation.stop();
  process.exit(0);
};
for (const signal of ["SIGTERM", "disconnect"] as const) process.once(signal, stop);
await fillOnce(installation, () => {});
console.log(JSON.stringify({ url: installation.url, simulator: installation.town?.url }));
