import type { PeriodKind } from "./period.ts";
import { defaultTolerance, type Tolerance } from "./review.ts";

/** What a company lays down beside how it counts: what passes by itself, how far back one may go, what is closed together. */
export interface Rules {
  readonly tolerance: Tolerance;
  /** How many days back a person may still choose and ask. */
  readonly backDays: number;
  /** How many days back overtime may still be asked for. */
  readonly overtimeBackDays: number;
  readonly period: PeriodKind;
  /** Whether work on rest days is given back as time off. */
  readonly lieu: boolean;
  /** Whether only approved hours leave the house in reports and exports. */
  readonly onlyApproved: boolean;
  readonly notices: NoticeRules;
}

/** Which things people are told by DingTalk's 工作通知 beside the app. */
export interface NoticeRules {
  /** Managers, when leave takes hours from their project. */
  readonly leave: boolean;
  /** The person and their managers, when a month's overtime reaches 24, 30 or 36 hours. */
  readonly overtime: boolean;
  /** Managers about hours, finance about money. */
  readonly budget: boolean;
}

/** What holds until a company says otherwise. */
export const defaultRules: Rules = {
  tolerance: defaultTolerance,
  backDays: 31,
  overtimeBackDays: 7,
  period: "month",
  lieu: false,
  onlyApproved: false,
  notices: { leave: true, overtime: false, budget: false },
};
