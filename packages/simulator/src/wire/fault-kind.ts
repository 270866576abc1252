import { NewRefusal, OldRefusal } from "./refusal.ts";

interface Refusal {
  readonly old: number;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Business errors are never wrapped with 88. */
  readonly isBusiness?: boolean;
}

/** The refusals of the reference that need nothing but their codes, by the kind of fault. */
const REFUSALS = {
  "token-invalid": gateway(40014, 400, "InvalidAuthentication", "不合法的access_token"),
  "throttle-minute": gateway(
    90018,
    403,
    "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi",
    "应用调用接口超过每分钟限制",
  ),
  "throttle-all": gateway(90002, 403, "Forbidden.AccessDenied.QpsLimitForApi", "接口请求总次数超过限制"),
  ban: gateway(90001, 403, "Forbidden.AccessDenied.QpsLimitForApi", "接口被临时禁用"),
  "out-of-scope": business(50002, 403, "permissionDeny", "员工不在权限范围内"),
  "department-out-of-scope": business(50004, 403, "permissionDeny", "部门不在权限范围内"),
  "app-stopped": gateway(50003, 403, "Forbidden.AccessDenied", "应用已停用"),
  "wrong-credentials": gateway(40096, 400, "invalidClientIdOrSecret", "不合法的appKey或appSecret"),
  "bad-parameter": business(400002, 400, "invalidParameter", "参数错误"),
  "unknown-user": business(60121, 400, "userNotExist", "找不到该用户"),
  "span-too-long": business(41041, 400, "durationTooLong", "时间跨度太大"),
  "too-old": business(850002, 400, "dateTooEarly", "禁止查询半年以前的数据"),
  "report-busy": business(850015, 500, "systemError", "报表查询系统异常"),
  "system-error": business(-1, 500, "systemError", "系统错误"),
} as const satisfies Record<string, Refusal>;

/** Outages before DingTalk's business systems, answers that were spoilt on their way, and refusals with a reason of their own. */
const OTHER_KINDS = [
  "429",
  "busy",
  "timeout",
  "token-expired",
  "token-missing",
  "throttle",
  "ip",
  "permission",
  "quota",
  "http500",
  "http502",
  "http503",
  "http504",
  "html-ban",
  "json-ban",
  "html",
  "bare-88",
  "code",
  "slow",
  "truncated",
  "empty",
  "reset",
] as const;

type RefusalKind = keyof typeof REFUSALS;
export type FaultKind = RefusalKind | (typeof OTHER_KINDS)[number];

export const FAULT_KINDS: readonly FaultKind[] = [...OTHER_KINDS, ...refusalKinds()];

export function isFaultKind(kind: unknown): kind is FaultKind {
  return FAULT_KINDS.some((known) => known === kind);
}

/** The refusal of a kind in the words of a host; null for kinds that are more than their codes. */
export function plainRefusal(kind: FaultKind, isOld: boolean): Error | null {
  const known = refusalKinds().find((one) => one === kind);
  if (!known) return null;
  const { old, status, code, message, isBusiness }: Refusal = REFUSALS[known];
  return isOld ? new OldRefusal(old, message, !isBusiness) : new NewRefusal(status, code, message);
}

function refusalKinds(): RefusalKind[] {
  return Object.keys(REFUSALS).filter((key): key is RefusalKind => key in REFUSALS);
}

function gateway(old: number, status: number, code: string, message: string): Refusal {
  return { old, status, code, message };
}

function business(old: number, status: number, code: string, message: string): Refusal {
  return { old, status, code, message, isBusiness: true };
}
