/** An edition of DingTalk: what all apps of the organisation together may use in a calendar month. */
export interface Edition {
  readonly name: "standard" | "professional" | "add-on";
  readonly monthlyCalls: number;
  readonly monthlyPushes: number;
}

/** 标准版, 专业版 and 应用开发增购包, the smallest first. */
export const editions: readonly Edition[] = [
  { name: "standard", monthlyCalls: 5000, monthlyPushes: 3000 },
  { name: "professional", monthlyCalls: 200_000, monthlyPushes: 50_000 },
  { name: "add-on", monthlyCalls: 5_000_000, monthlyPushes: 500_000 },
];
