import { expect, it } from "vitest";
import type { LinePart } from "../../api.ts";
import { personParts } from "./person-parts.ts";

function lp(start: number, end: number, project: string | null, other = false): LinePart {
  return {
    ...{ start, end, kind: "counted", project, task: null, basis: null, place: null, overtime: null, fact: null },
    ...(other ? { other } : {}),
  };
}

it("a person's day by project keeps the unknown apart from what the reader may not see, and adds up", () => {
  const line = [lp(540, 720, "lang"), lp(780, 840, null), lp(840, 900, null, true), lp(900, 960, "lang")];
  expect(personParts({ line }).map(({ part, minutes }) => [part.project, part.other, minutes])).toEqual([
    ["lang", undefined, 240],
    [null, undefined, 60],
    [null, true, 60],
  ]);
});
