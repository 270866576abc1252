import type { Instant } from "./time/minutes.ts";

/** What a company lays down about its people's data. */
export interface Privacy {
  /** Days for which the place of a punch is kept; afterwards only the verdict is. */
  readonly coordinateDays: number;
  /** Months for which hours and what they were made of are kept at least. */
  readonly hourMonths: number;
  /** Whether people are told, or asked for their consent. */
  readonly basis: "notice" | "consent";
  readonly location: "optional" | "required";
}

/** What holds until a company says otherwise. */
export const defaultPrivacy: Privacy = { coordinateDays: 90, hourMonths: 24, basis: "notice", location: "optional" };

/** What somebody answered to a notice. */
export interface NoticeAnswer {
  readonly answeredAt: Instant;
  readonly basis: Privacy["basis"];
  readonly location: boolean;
}

/**
 * From when on the place of a person's punches may be kept, null while it may not; the answers in their order. Who was only told
 * has not consented, and an answer never reaches back.
 */
export function locatedFrom(basis: Privacy["basis"], answers: readonly NoticeAnswer[]): Instant | null {
  let from: Instant | null = basis === "notice" ? 0 : null;
  for (const answer of answers) {
    if (!answer.location) from = null;
    else if (basis === "notice" || answer.basis === "consent") from ??= answer.answeredAt;
  }
  return from;
}

/** Whether a person may do without their location: always where consent is asked, because it must be free. */
export function mayDecline({ basis, location }: Pick<Privacy, "basis" | "location">): boolean {
  return basis === "consent" || location === "optional";
}
