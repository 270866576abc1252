import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const RUN = join(import.meta.dirname, "run.mjs");

/** What `node tools/run.mjs …` answers, in a Node.js that says it is of another version. */
function run(args: string[], pretended = process.versions.node) {
  const pretend = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${pretended}" } });`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, RUN, ...args],
    { encoding: "utf8" },
  );
  return { status, lines: stderr.trim().split("\n") };
}

test("a Node.js that is too old gets one clear line", () => {
  expect(run(["golden"], "18.20.4")).toEqual({
    status: 1,
    lines: ["Node.js 20 or newer is needed; this is 18.20.4. Install a newer one and try again."],
  });
});

test("an unknown task gets one clear line, also if it looks like a path", () => {
  expect(run(["fly"])).toEqual({ status: 1, lines: ['There is no task "fly".'] });
  expect(run(["../tools/check"])).toEqual({ status: 1, lines: ['There is no task "../tools/check".'] });
});
