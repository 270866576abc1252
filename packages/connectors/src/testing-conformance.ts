import { describe } from "vitest";
import { provesFailing } from "./testing-failing.ts";
import { provesOdd } from "./testing-odd.ts";
import { provesReading } from "./testing-reading.ts";
import { provesSettling } from "./testing-settling.ts";
import { provesTasks } from "./testing-tasks.ts";
import type { Candidate } from "./testing-town.ts";
import { provesWorklogs } from "./testing-worklogs.ts";

/** The cases that every connector has to pass in front of its product's stub. */
export function conformance(candidate: Candidate) {
  describe(`${candidate.connector.kind} keeps to the port`, () => {
    provesReading(candidate);
    provesFailing(candidate);
    provesWorklogs(candidate);
    provesSettling(candidate);
    provesTasks(candidate);
    provesOdd(candidate);
  });
}
