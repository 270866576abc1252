import type { Column } from "./sheet.ts";

/** A language that a list may be read in. */
export type Language = "zh" | "en";

const kinds = {
  date: ["date", "日期", "Date"],
  bookedOn: ["date", "调整记于", "Adjusted on"],
  month: ["text", "月份", "Month"],
  jobNumber: ["text", "工号", "Job number"],
  name: ["text", "姓名", "Name"],
  code: ["text", "项目编号", "Project code"],
  project: ["text", "项目", "Project"],
  task: ["text", "任务", "Task"],
  basis: ["text", "依据", "Basis"],
  place: ["text", "地点", "Place"],
  overtime: ["text", "工时类型", "Kind"],
  state: ["text", "审批", "Approval"],
  reasons: ["text", "为什么要看", "Why it waited"],
  decidedBy: ["text", "审批人", "Decided by"],
  decidedAt: ["text", "审批时间", "Decided at"],
  remark: ["text", "审批意见", "Remark"],
  minutes: ["minutes", "分钟", "Minutes"],
  hours: ["hours", "小时", "Hours"],
  yuan: ["yuan", "金额（元）", "Amount (CNY)"],
  time: ["text", "时间", "Time"],
  api: ["text", "接口", "API"],
  people: ["number", "人数", "People"],
  outcome: ["text", "结果", "Outcome"],
  dingtalkCode: ["text", "钉钉代码", "DingTalk code"],
  cost: ["number", "计次", "Cost"],
  milliseconds: ["number", "毫秒", "Milliseconds"],
  run: ["text", "拉取", "Run"],
  unrated: ["minutes", "没有费率的分钟", "Minutes without a rate"],
} as const satisfies Record<string, readonly [Column["kind"], zh: string, en: string]>;

const values = {
  split: ["分段", "Split"],
  pick: ["本人选择", "Pick"],
  site: ["工地", "Site"],
  default: ["默认项目", "Default project"],
  onsite: ["现场", "On site"],
  mobile: ["移动办公", "Mobile"],
  trip: ["出差", "Trip"],
  unknown: ["判断不了", "Unknown"],
  regular: ["常规", "Regular"],
  workday: ["平日加班 1.5 倍", "Overtime, workday 150%"],
  rest: ["休息日加班 2 倍", "Overtime, rest day 200%"],
  statutory: ["法定节假日加班 3 倍", "Overtime, holiday 300%"],
  running: ["还没过完", "Running"],
  automatic: ["自动通过", "Passed by itself"],
  waiting: ["待审批", "Waiting"],
  approved: ["已通过", "Approved"],
  rejected: ["已退回", "Rejected"],
  adjusted: ["结账后的调整", "Adjusted after closing"],
  unassigned: ["待归属", "Unassigned"],
  "off-plan": ["计入和班次差得多", "Far from the plan"],
  "off-site": ["选了它，打卡在工地外", "Picked, but clocked off site"],
  "changed-late": ["过后才选的", "Chosen late"],
  "odd-day": ["打卡不全，或这天很长", "Punches missing, or a long day"],
  "overtime-unasked": ["加班没有报过", "Overtime nobody asked for"],
  "changed-since": ["上次看过以后又变了", "Changed since it was decided"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

/** The columns of those names with their headers in a language. */
export function columnsOf(names: readonly (keyof typeof kinds)[], language: Language): Column[] {
  return names.map((name) => {
    const [kind, zh, en] = kinds[name];
    return { kind, header: language === "zh" ? zh : en };
  });
}

/** A stored word as its reader says it, `onsite` 现场; what has no word stays as it is, and nothing is null. */
export function wordOf(value: string | null, language: Language): string | null {
  if (value === null) return null;
  const words: readonly [string, string] | undefined = (values as Record<string, readonly [string, string]>)[value];
  return words?.[language === "zh" ? 0 : 1] ?? value;
}

const titles = {
  hours: ["工时", "Hours"],
  approvals: ["审批", "Approvals"],
  cost: ["成本", "Cost"],
  calls: ["调用记录", "Calls"],
} as const;

/** The name of a list, `工时`. */
export function titleOf(what: keyof typeof titles, language: Language): string {
  return titles[what][language === "zh" ? 0 : 1];
}
