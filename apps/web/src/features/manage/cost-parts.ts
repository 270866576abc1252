import type { Money } from "../../api.ts";
import { places } from "../../ui/place-bar.tsx";
import type { Words } from "./cost-words.ts";

/** How an amount is taken apart: by the factor it is paid with, or by where it was worked. */
export type Parts = "kind" | "place";

const kinds = ["regular", "workday", "rest", "statutory"] as const;

/** A part of an amount with its name; the parts of one way come to the whole. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly fen: number;
}

/** An amount's parts, always in the same order. */
export function partsOf(m: Words, money: Money, by: Parts): Part[] {
  return by === "kind"
    ? kinds.map((key) => ({ key, name: m[`report.kind.${key}`], fen: money.kinds[key] }))
    : places.map((key) => ({ key, name: m[`report.place.${key}`], fen: money.places[key] }));
}
