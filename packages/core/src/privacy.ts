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

/** Whether a person may do without their location: always where consent is asked, because it must be free. */
export function mayDecline({ basis, location }: Pick<Privacy, "basis" | "location">): boolean {
  return basis === "consent" || location === "optional";
}
