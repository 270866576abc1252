import { dayAt, MINUTE } from "../company/beijing.ts";

/** A message in the 工作通知 session, with what became of it for whom. */
export interface Notice {
  readonly taskId: number;
  readonly at: number;
  readonly msg: Readonly<Record<string, unknown>>;
  readonly toAll: boolean;
  /** Those who got it. */
  readonly delivered: readonly string[];
  readonly invalid: readonly string[];
  readonly invalidDepartments: readonly string[];
  /** Dropped without a word to the caller. */
  readonly dropped: readonly { readonly code: number; readonly userId: string }[];
  readonly read: readonly string[];
  readonly recalledAt: number | null;
}

type Admitted = Pick<Notice, "delivered" | "dropped">;

const SAME_CONTENT = 143106;
const A_DAY = 143105;
const A_MINUTE = 143103;
const MOST_A_DAY = 500;
const MOST_A_MINUTE = 5000;

/** Who gets a message after the limits: the same words once a day, 500 messages a day, 5,000 people a minute. */
export function admitted(
  before: readonly Notice[],
  asked: { msg: Notice["msg"]; userIds: readonly string[]; at: number },
): Admitted {
  const { msg, userIds, at } = asked;
  const text = JSON.stringify(msg);
  const today = before.filter((one) => dayAt(one.at) === dayAt(at));
  const same = new Set(today.filter((one) => JSON.stringify(one.msg) === text).flatMap(({ delivered }) => delivered));
  const counts = new Map<string, number>();
  for (const userId of today.flatMap(({ delivered }) => delivered)) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  const recent = before.filter((one) => one.at > at - MINUTE).reduce((sum, { delivered }) => sum + delivered.length, 0);
  const delivered: string[] = [];
  const dropped: { code: number; userId: string }[] = [];
  for (const userId of userIds) {
    const isOften = (counts.get(userId) ?? 0) >= MOST_A_DAY;
    const isMuch = recent + delivered.length >= MOST_A_MINUTE;
    const code = same.has(userId) ? SAME_CONTENT : isOften ? A_DAY : isMuch ? A_MINUTE : null;
    if (code === null) delivered.push(userId);
    else dropped.push({ code, userId });
  }
  return { delivered, dropped };
}
