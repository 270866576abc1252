import type { Instant } from "@today/core/time/minutes";
import type { RunPart } from "@today/db/target-run";
import type { Pass } from "@today/db/worklog-comparison";

/** A part of a comparison or of a mending. */
export type ComparePart =
  /** Names the next places to list, or, where nothing is listed, looks for worklogs one by one. */
  | { readonly part: "places"; readonly pass: Pass; readonly project: string; readonly task: string }
  | { readonly part: "seek"; readonly pass: Pass; readonly after: string }
  | {
      readonly part: "list";
      readonly project: string;
      readonly task: string | null;
      readonly cursor: string | null;
      /** Records that were moved to the month before or after are looked for as well. */
      readonly wide: boolean;
    }
  /** What was written at or after `since` is not judged by what was read. */
  | {
      readonly part: "sum";
      readonly pass: Pass;
      readonly date: string;
      readonly after: string;
      readonly since: Instant;
    }
  /** Takes away what stands where nobody looks for it. */
  | { readonly part: "strays"; readonly after: string; readonly tries: number }
  | { readonly part: "release" }
  /** Waits until what is mended was sent. */
  | { readonly part: "wait" }
  | { readonly part: "end"; readonly pass: Pass };

/** The parts as they are stored. */
export function storedParts(parts: readonly ComparePart[]): RunPart[] {
  return parts.map((part): RunPart => ({ ...part }));
}

/** The parts of a stored comparison. */
export function compareParts(work: readonly RunPart[]): ComparePart[] {
  return work as readonly unknown[] as ComparePart[];
}

/** The work of reading back a pass: where, what it says, and that it ends. */
export function passWork(pass: Pass, since: Instant): ComparePart[] {
  return [
    { part: "places", pass, project: "", task: "" },
    { part: "sum", pass, date: "", after: "", since },
    { part: "end", pass },
  ];
}

/** The work of taking away what stands at the wrong place, of worklogs after a key. */
export function strayWork(after: string, tries: number): ComparePart[] {
  return [
    { part: "places", pass: "mends", project: "", task: "" },
    { part: "strays", after, tries },
  ];
}

/** The work of a mending: what stands at the wrong place goes, the rest is written anew, and all of it is read back. */
export const mendingWork: readonly ComparePart[] = [...strayWork("", 0), { part: "release" }, { part: "wait" }];
