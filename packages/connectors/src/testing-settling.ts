import fc from "fast-check";
import { expect, it } from "vitest";
import type { WorklogFact, WorklogRef, Worklogs } from "./connector.ts";
import { type Candidate, type Fault, factOf, openDoor, sessionOf } from "./testing-town.ts";

const faults: Readonly<Record<string, Fault | null>> = {
  none: null,
  "lost-after": "lost-after",
  "lost-before": "lost-before",
  busy: () => new Response("", { status: 503 }),
  throttled: () => new Response("", { status: 429 }),
  refused: () => Response.json({}, { status: 400 }),
};

const steps = fc.array(
  fc.record({
    minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1440 })),
    fault: fc.constantFrom(...Object.keys(faults)),
  }),
  { minLength: 1, maxLength: 8 },
);

/** What is remembered of one fact: its record, and whether a write of it ended unknown. */
interface Ledger {
  ref: WorklogRef | null;
  isUnsure: boolean;
}

/** Whatever happens on the way, in the end the last minutes stand once. */
export function provesSettling({ connector, open }: Candidate) {
  const { support, change, remove } = connector.abilities.worklogs;
  if (support === "none" || !change || !remove) return;

  it("through losses and refusals the last minutes stand once in the end, and none when they are none", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const town = open();
        const door = openDoor(town);
        const { worklogs } = sessionOf(connector, town.settings, door.fetch);
        if (worklogs === undefined) return;
        const ledger: Ledger = { ref: null, isUnsure: false };
        for (const { minutes, fault } of [...story, { minutes: story.at(-1)?.minutes ?? 0, fault: "none" }]) {
          const failing = faults[fault] ?? null;
          door.calm();
          if (failing !== null) door.failNext(failing, "write");
          await push(worklogs, ledger, await factOf(town, { minutes }));
        }
        const last = story.at(-1)?.minutes ?? 0;
        expect(town.held().map((one) => one.minutes)).toEqual(last === 0 ? [] : [last]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
}

/** Brings the far side to a fact: looks first when the last write ended unknown, then writes once. */
async function push(worklogs: Worklogs, ledger: Ledger, fact: WorklogFact): Promise<void> {
  if (ledger.isUnsure) ledger.ref = (await worklogs.find(fact))[0]?.ref ?? null;
  ledger.isUnsure = false;
  const ended = await write(worklogs, ledger.ref, fact);
  ledger.isUnsure = ended?.kind === "unknown";
  if (ended?.kind === "applied") ledger.ref = fact.minutes === 0 ? null : ended.ref;
}

async function write(worklogs: Worklogs, ref: WorklogRef | null, fact: WorklogFact) {
  if (ref === null) return fact.minutes === 0 ? null : worklogs.create(fact);
  return fact.minutes === 0 ? worklogs.remove?.(ref) : worklogs.change?.(ref, fact);
}
