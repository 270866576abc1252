import type { DingTalkErrorKind } from "./error.ts";

const MINUTE = 60_000;

const kindOfOldCode: Record<string, DingTalkErrorKind> = {
  "-1": "busy",
  "33001": "credentials",
  "40001": "credentials",
  "40014": "credentials",
  "40089": "credentials",
  "40096": "credentials",
  "42001": "credentials",
  "33012": "not-found",
  "40003": "not-found",
  "40009": "not-found",
  "40010": "not-found",
  "40031": "not-found",
  "60003": "not-found",
  "60121": "not-found",
  "43007": "permission",
  "50002": "permission",
  "50003": "permission",
  "50004": "permission",
  "50005": "permission",
  "60011": "permission",
  "60020": "ip-refused",
  "90002": "throttled",
  "90018": "throttled",
  "90020": "quota",
  "1111": "banned",
};

const kindOfNewCode: readonly (readonly [RegExp, DingTalkErrorKind])[] = [
  [/ApiCountLimit/i, "quota"],
  [/Qp[sm]Limit/i, "throttled"],
  [/IpNotInWhiteList/i, "ip-refused"],
  [/PermissionDen/i, "permission"],
  [
    /^(InvalidAuthentication|accesstoken\.expired|invalidClientIdOrSecret|invalid\.client|unauthorized\.client)$/i,
    "credentials",
  ],
  [/NotExist|NotFound/i, "not-found"],
  [/^(system\.?busy|system\.?error|unknown\.?error|server\.error|internal\.?error|ServiceUnavailable)$/i, "busy"],
];

const staleToken = new Set(["40001", "40014", "42001", "invalidauthentication", "accesstoken.expired"]);

/** The kind of an error code of either host: `"60020"` is `ip-refused`; a code nobody has heard of is `bad-request`. */
export function kindOfCode(code: string): DingTalkErrorKind {
  if (/^-?\d+$/.test(code)) return kindOfOldCode[code] ?? (isTemporaryBan(Number(code)) ? "banned" : "bad-request");
  return kindOfNewCode.find(([pattern]) => pattern.test(code))?.[1] ?? "bad-request";
}

/** Whether the code says that the token is wrong or over, so that a fresh one may help. */
export function isStaleToken(code: string): boolean {
  return staleToken.has(code.toLowerCase());
}

/** The wait in milliseconds that a code asks for before the call makes sense again: `"90018"` is 1000. */
export function waitOfCode(code: string): number | null {
  const kind = kindOfCode(code);
  if (kind === "banned") return 5 * MINUTE;
  if (kind !== "throttled") return null;
  return /QpmLimit/i.test(code) ? MINUTE : 1000;
}

function isTemporaryBan(code: number): boolean {
  return (code >= 90001 && code <= 90014) || code === 90017;
}
