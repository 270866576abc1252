/** A permission point of DingTalk's console (权限管理) and what the product wants it for. */
export interface Scope {
  /** DingTalk's own name, `qyapi_get_member`. */
  readonly name: string;
  /** Without a required one nothing works; without an optional one only what `why` says is missing. */
  readonly need: "granted" | "required" | "optional";
  readonly why: { readonly en: string; readonly zh: string };
  /** The calls that it opens, as far as the product makes them. */
  readonly paths: readonly string[];
  /** Those of the calls that do more than read. */
  readonly sends: readonly string[];
}

/** Every permission that the product uses, and no other; `granted` ones every application has. */
export const scopes: readonly Scope[] = [
  {
    name: "qyapi_base",
    need: "granted",
    why: {
      en: "tokens, signing in, leave hours, attendance columns, check-ins by person, missed events, work notices",
      zh: "登录、请假时长、考勤报表、按人查签到、补取漏掉的事件、发工作通知",
    },
    paths: [
      "/v1.0/oauth2/accessToken",
      "/v1.0/oauth2/jsapiTickets",
      "/v1.0/gateway/connections/open",
      "/topapi/v2/user/getuserinfo",
      "/topapi/attendance/getattcolumns",
      "/topapi/attendance/getcolumnval",
      "/topapi/attendance/getleavetimebynames",
      "/topapi/attendance/getsimplegroups",
      "/topapi/attendance/isopensmartreport",
      "/topapi/checkin/record/get",
      "/topapi/message/corpconversation/asyncsend_v2",
      "/topapi/message/corpconversation/getsendresult",
      "/call_back/get_call_back_failed_result",
    ],
    sends: ["/topapi/message/corpconversation/asyncsend_v2"],
  },
  {
    name: "qyapi_get_attendance_data",
    need: "required",
    why: {
      en: "punches, their results and leave: what hours are made of",
      zh: "打卡记录、打卡结果和请假，工时从这里来",
    },
    paths: [
      "/attendance/list",
      "/attendance/listRecord",
      "/topapi/attendance/getleavestatus",
      "/topapi/attendance/getupdatedata",
    ],
    sends: [],
  },
  {
    name: "qyapi_get_member",
    need: "required",
    why: {
      en: "names, titles and departments of people, who the administrators are, who somebody in a browser is",
      zh: "人员的姓名、职位和部门，谁是管理员，浏览器里登录的是谁",
    },
    paths: ["/topapi/v2/user/get", "/topapi/user/getbyunionid", "/topapi/user/listadmin", "/topapi/user/listid"],
    sends: [],
  },
  {
    name: "qyapi_get_department_member",
    need: "required",
    why: { en: "the people of each department, to know everybody", zh: "每个部门里有谁，才认得全公司的人" },
    paths: ["/topapi/v2/user/list"],
    sends: [],
  },
  {
    name: "qyapi_get_department_list",
    need: "required",
    why: { en: "the tree of departments", zh: "部门的层级" },
    paths: [
      "/topapi/v2/department/get",
      "/topapi/v2/department/listsub",
      "/topapi/v2/department/listparentbydept",
      "/topapi/v2/department/listparentbyuser",
    ],
    sends: [],
  },
  {
    name: "qyapi_attendance_group_read",
    need: "required",
    why: {
      en: "schedules, shifts with their breaks, holidays: what a day should have been",
      zh: "排班、班次和休息时段、假期，用来算应出勤",
    },
    paths: [
      "/topapi/attendance/schedule/listbyusers",
      "/topapi/attendance/shift/query",
      "/topapi/attendance/shift/history/query",
      "/v1.0/attendance/holidays",
    ],
    sends: [],
  },
  {
    name: "Workflow.Instance.Read",
    need: "optional",
    why: {
      en: "approvals of overtime, trips and outings; projects made by an approval",
      zh: "加班、出差、外出的审批，和由审批建立的项目",
    },
    paths: ["/v1.0/workflow/processInstances", "/v1.0/workflow/processes/instanceIds/query"],
    sends: [],
  },
  {
    name: "Workflow.Form.Read",
    need: "optional",
    why: { en: "the list of approval forms, to choose from when one is connected", zh: "审批表单的列表，设置时用来选" },
    paths: ["/v1.0/workflow/processes/managements/templates", "/v1.0/workflow/forms/schemas/processCodes"],
    sends: [],
  },
  {
    name: "qyapi_checkin_read",
    need: "optional",
    why: { en: "check-ins (签到) of whole departments on visiting projects", zh: "外勤项目按部门取签到" },
    paths: ["/checkin/record"],
    sends: [],
  },
  {
    name: "Todo.Todo.Write",
    need: "optional",
    why: {
      en: "todos (待办) for tasks that are due, where a target is told to remind",
      zh: "任务到期提醒：把到期任务发成待办",
    },
    paths: ["/v1.0/todo/users/:unionId/tasks", "/v1.0/todo/users/:unionId/tasks/:taskId"],
    sends: ["/v1.0/todo/users/:unionId/tasks", "/v1.0/todo/users/:unionId/tasks/:taskId"],
  },
  {
    name: "Todo.Todo.Read",
    need: "optional",
    why: {
      en: "finding such a todo again after a lost answer, so that there is only one",
      zh: "断线后找回已建的待办，避免重复",
    },
    paths: ["/v1.0/todo/users/:unionId/org/tasks/query"],
    sends: [],
  },
  {
    name: "Contact.User.Read",
    need: "optional",
    why: { en: "signing in from a browser outside DingTalk", zh: "在钉钉外的浏览器里登录" },
    paths: ["/v1.0/oauth2/userAccessToken", "/v1.0/contact/users/me"],
    sends: [],
  },
];

/** The permission that a call wants, without its query; null for a call that the product does not make. */
export function scopeOfPath(path: string): Scope | null {
  return scopes.find(({ paths }) => paths.includes(path)) ?? null;
}

/** The permissions as a Markdown table, for the manual. */
export function scopeTable(): string {
  const need = { granted: "has every app", required: "required", optional: "optional" } as const;
  const rows = scopes.map((scope) => [`\`${scope.name}\``, need[scope.need], accessOf(scope), scope.why.en]);
  const lines = [["permission", "", "access", "for"], ...rows];
  const widths = [0, 1, 2, 3].map((n) => Math.max(3, ...lines.map((line) => line[n]?.length ?? 0)));
  const draw = (cells: readonly string[]) => `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = lines;
  return [draw(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(draw)].join("\n");
}

function accessOf({ paths, sends }: Scope): string {
  if (sends.length === 0) return "reads";
  return sends.length === paths.length ? "writes its todos" : "reads; sends notices";
}
