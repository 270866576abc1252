/** What calls are for, in words that a chart can show. */
export const callKinds = [
  ...(["punches", "schedules", "leaves", "columns", "approvals", "checkins"] as const),
  ...(["messages", "events", "directory", "access", "other"] as const),
] as const;
export type CallKind = (typeof callKinds)[number];

const patterns: readonly (readonly [RegExp, CallKind])[] = [
  [/^\/attendance\/list/, "punches"],
  [/oauth2|gettoken|jsapi|getuserinfo|gateway\/connections/, "access"],
  [/getcolumnval|getattcolumns|getleavetime/, "columns"],
  [/leave|vacation/, "leaves"],
  [/processinstance|workflow|process\//, "approvals"],
  [/checkin/, "checkins"],
  [/call_?back/, "events"],
  [/corpconversation|robot|message|notice|todo|card/i, "messages"],
  [/attendance/, "schedules"],
  [/user|department|role|contact|auth\/scopes/, "directory"],
];

/** What an API is asked for: `/attendance/listRecord` is `punches`. */
export function callKindOf(path: string): CallKind {
  return patterns.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}
