import type { Minutes } from "./time/minutes.ts";

/** How a company counts. Dated; a group may override it. */
export interface Policy {
  readonly overtime: "approved" | "all" | "none";
  readonly breaks:
    | { readonly rule: "shift" }
    | { readonly rule: "length"; readonly after: Minutes; readonly minutes: Minutes };
  /** IANA zone of the company. */
  readonly zone: string;
  readonly longDay: Minutes;
}

/** What holds until a company says otherwise. */
export const defaultPolicy: Policy = {
  overtime: "approved",
  breaks: { rule: "shift" },
  zone: "Asia/Shanghai",
  longDay: 960,
};
