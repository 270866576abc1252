/** What a hook may be told, each with what it means and the data of a made-up one. */
export const eventTypes = {
  "workday.settled": {
    zh: "一天结束后结算好了，或者结算结果变了",
    en: "A day that is over is settled, or comes out differently",
    data: {
      ...{ personId: "zhao001", date: "2026-09-16", status: "normal" },
      ...{ planned: 480, counted: 480, unassigned: 0, leave: 0 },
    },
  },
  "allocation.changed": {
    zh: "结束的一天里，分钟换了项目、任务或状态",
    en: "Minutes of a day that is over lie on another project or task, or stand otherwise with the manager",
    data: { personId: "zhao001", date: "2026-09-16", projectIds: ["p-guanlang"] },
  },
  "allocation.approved": {
    zh: "项目经理通过了一段工时",
    en: "A manager approves hours",
    data: { personId: "zhao001", date: "2026-09-16", projectId: "p-guanlang", minutes: 480 },
  },
  "allocation.rejected": {
    zh: "项目经理退回了一段工时",
    en: "A manager returns hours",
    data: { personId: "zhao001", date: "2026-09-16", projectId: "p-guanlang", minutes: 480 },
  },
  "period.closed": {
    zh: "账期封账了",
    en: "A period is closed",
    data: { periodId: "2026-08", from: "2026-08-01", to: "2026-08-31", closing: 1 },
  },
  "period.reopened": {
    zh: "账期重新打开了",
    en: "A period is open again",
    data: { periodId: "2026-08", from: "2026-08-01", to: "2026-08-31", closing: 1 },
  },
  "alert.raised": {
    zh: "加班接近上限、预算快用完或缺少日历；钱的预警不推送",
    en: "Overtime nears a limit, a budget of hours its end, a calendar is missing; what is about money stays here",
    data: { kind: "overtime", level: 1800, personId: "zhao001", month: "2026-09" },
  },
  "member.absent": {
    zh: "应出勤的人一天没有出勤，也没有请假",
    en: "Somebody was expected, did not come and has no leave",
    data: { personId: "zhao001", date: "2026-09-16", planned: 480 },
  },
} as const;

export type EventType = keyof typeof eventTypes;

export const eventTypeNames = Object.keys(eventTypes) as [EventType, ...EventType[]];
