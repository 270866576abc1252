import type { SplitPart } from "@today/core/allocation";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { parseStored } from "./json-rows.ts";

/** A punch that is asked for: its minute of the work date's line. */
interface ClockBody {
  readonly minute: Minutes;
}

interface PickBody {
  readonly project: string;
  readonly task: string | null;
  readonly from: Minutes | null;
}

export interface SplitBody {
  readonly parts: readonly SplitPart[];
}

/** Minutes of the line; with `lieu` the time is taken off instead of paid. */
interface OvertimeBody {
  readonly start: Minutes;
  readonly end: Minutes;
  readonly lieu: boolean;
}

/** What is asked for; a note only explains. */
export type RequestContent =
  | { readonly kind: "clock-in" | "clock-out"; readonly body: ClockBody }
  | { readonly kind: "pick"; readonly body: PickBody }
  | { readonly kind: "split"; readonly body: SplitBody }
  | { readonly kind: "overtime"; readonly body: OvertimeBody }
  | { readonly kind: "note"; readonly body: Readonly<Record<string, never>> };

export type RequestKind = RequestContent["kind"];

/** Something asked about one person's day. */
export type AskedContent = RequestContent & {
  readonly id: string;
  readonly personId: string;
  readonly date: WorkDate;
};

/** A stored kind and its JSON body as content. */
export function contentOf(row: { readonly kind: RequestKind; readonly body: string }): RequestContent {
  return { kind: row.kind, body: parseStored<unknown>(row.body, {}) } as RequestContent;
}
