import type { ProjectHours } from "../../api.ts";
import type { Place } from "../../ui/place-bar.tsx";
import type { Words } from "./project-words.ts";

type OvertimeKind = keyof ProjectHours["overtime"];
type Row = Pick<ProjectHours["rows"][number], "minutes" | "place" | "overtime">;

/** A figure of a report that can be followed to its days. */
export type Figure =
  | { readonly of: "all" | "regular" }
  | { readonly of: "place"; readonly place: Place }
  | { readonly of: "overtime"; readonly kind: OvertimeKind };

/** What of a row makes the figure, in minutes. */
export function minutesOf(figure: Figure, { minutes, place, overtime }: Row): number {
  if (figure.of === "place") return place[figure.place];
  if (figure.of === "overtime") return overtime[figure.kind];
  if (figure.of === "all") return minutes;
  return minutes - overtime.workday - overtime.rest - overtime.statutory;
}

/** What the figure is called. */
export function figureName(m: Words, figure: Figure): string {
  if (figure.of === "place") return m[`report.place.${figure.place}`];
  if (figure.of === "overtime") return m[`report.kind.${figure.kind}`];
  return m[figure.of === "all" ? "report.counted" : "report.kind.regular"];
}
