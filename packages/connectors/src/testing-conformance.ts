import { describe } from "vitest";
import { abilitiesOf } from "./ability-of.ts";
import { provesFailing } from "./testing-failing.ts";
import { provesFields } from "./testing-fields.ts";
import { provesListing } from "./testing-listing.ts";
import { provesOdd } from "./testing-odd.ts";
import { provesReading } from "./testing-reading.ts";
import { provesSettling } from "./testing-settling.ts";
import { provesTasks } from "./testing-tasks.ts";
import type { Candidate } from "./testing-town.ts";
import { provesWorklogs } from "./testing-worklogs.ts";

/** Its abilities are those of the stub's settings. */
function settled({ connector, open }: Candidate): Candidate {
  return { connector: { ...connector, abilities: abilitiesOf(connector, open().settings) }, open };
}

/** The cases that every connector has to pass in front of its product's stub. */
export function conformance(given: Candidate) {
  const candidate = settled(given);
  describe(`${candidate.connector.kind} keeps to the port`, () => {
    provesReading(candidate);
    provesFailing(candidate);
    provesWorklogs(candidate);
    provesListing(candidate);
    provesSettling(candidate);
    provesTasks(candidate);
    provesFields(candidate);
    provesOdd(candidate);
  });
}
