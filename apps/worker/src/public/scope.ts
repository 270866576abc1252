/** What a key may do, each with what it opens; the order in which the screens list them. */
export const scopes = {
  "projects:read": { zh: "读项目：名称、编号、起止日期", en: "Read projects: names, codes and dates" },
  "projects:write": { zh: "新建项目", en: "Make projects" },
  "people:read": {
    zh: "读人员名单：标识、姓名、是否在职",
    en: "Read people: id, name and whether they are active",
  },
  "hours:read": {
    zh: "读工时：工作日、归属、调整、账期",
    en: "Read hours: workdays, allocations, adjustments and periods",
  },
  "worklogs:read": {
    zh: "读送往其他系统的工时和它们的状态",
    en: "Read the hours that go to other systems, and their state",
  },
  "picks:write": { zh: "替人选择一天属于哪个项目", en: "Choose for somebody to which project a day belongs" },
  "hooks:write": { zh: "订阅和退订推送", en: "Subscribe to events and unsubscribe" },
} as const;

export type Scope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];
