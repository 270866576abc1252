// The one entry of every npm script: `node tools/run.mjs <task> …arguments`.
// Written so that Node.js 12 can still read it and say that it is too old.
const OLDEST = 20;
const running = process.versions.node;

if (Number(running.split(".")[0]) < OLDEST) {
  console.error(`Node.js ${OLDEST} or newer is needed; this is ${running}. Install a newer one and try again.`);
  process.exitCode = 1;
} else {
  import("./setup/launch.mjs").then(({ launch }) => launch(process.argv[2], process.argv.slice(3)));
}
