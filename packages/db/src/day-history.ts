import type { SplitPart } from "@today/core/allocation";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import { contentOf, type RequestContent, type RequestKind } from "./request-content.ts";

/** One change of a day: who, through which door, and which row says it. */
interface Change {
  readonly at: Instant;
  readonly by: string;
  readonly channel: string;
  readonly project: string | null;
  readonly reason: string | null;
}

/** Something that happened to a day, as the append-only tables keep it. */
export type DayChange =
  | (Change & { readonly subject: "pick"; readonly action: "made" | "withdrawn"; readonly from: Minutes | null })
  | (Change & {
      readonly subject: "split";
      readonly before: readonly SplitPart[];
      readonly parts: readonly SplitPart[];
    })
  | (Change & { readonly subject: "request"; readonly action: string; readonly content: RequestContent })
  | (Change & { readonly subject: "approval"; readonly action: string; readonly minutes: Minutes })
  | (Change & {
      readonly subject: "punch";
      readonly type: "on" | "off";
      readonly punchAt: Instant;
      readonly valid: boolean;
    })
  | (Change & { readonly subject: "adjustment"; readonly minutes: Minutes });

const ofDay = "company_id = ?1 and person_id = ?2 and date = ?3";
const reasonOf = (subject: string, id: string) =>
  `(select h.reason from history h where h.company_id = ?1 and h.subject = '${subject}' and h.subject_id = ${id} and h.action = 'enter')`;

const queries = [
  `select made_at as at, made_by as "by", channel, project_id as project, coalesce(reason, ${reasonOf("pick", "pick.id")}) as reason, 'made' as action,
     from_minute as "from" from pick where ${ofDay}`,
  `select w.made_at as at, w.made_by as "by", 'app' as channel, p.project_id as project, null as reason, 'withdrawn' as action,
     p.from_minute as "from" from pick_withdrawal w join pick p on p.company_id = ?1 and p.id = w.pick_id
   where w.company_id = ?1 and w.person_id = ?2 and w.date = ?3`,
  `select made_at as at, made_by as "by", channel, null as project,
     ${reasonOf("split", "person_id || '/' || date || '/' || version")} as reason, parts from split where ${ofDay} order by version`,
  `select made_at as at, made_by as "by", channel, project_id as project, reason, 'asked' as action, kind, body from request
   where ${ofDay}`,
  `select n.at, n.made_by as "by", n.channel, r.project_id as project, n.reason, n.verdict as action, r.kind, r.body
   from request r cross join request_answer n on n.company_id = ?1 and n.request_id = r.id
   where r.company_id = ?1 and r.person_id = ?2 and r.date = ?3`,
  `select at, made_by as "by", channel, project_id as project, reason, verdict as action, minutes from decision where ${ofDay}`,
  `select received_at as at, 'dingtalk' as "by", 'dingtalk' as channel, null as project, null as reason, type,
     at as punchAt, valid from punch where company_id = ?1 and person_id = ?2 and work_date = ?3
     and source_type in ('APPROVE', 'BOSS') and type is not null`,
  `select at, 'today' as "by", 'job' as channel, null as project, null as reason, counted as minutes from adjustment
   where ${ofDay}`,
];

/** Everything that people, DingTalk and the product itself changed of a day, newest first. */
export async function readDayChanges(db: Database, companyId: string, day: DayKey): Promise<DayChange[]> {
  const values = [companyId, day.personId, day.date] as const;
  const results = await db.batch(queries.map((sql) => db.prepare(sql, ...values)));
  const rows = <Row>(n: number) => (results[n]?.results ?? []) as unknown as Row[];
  type Of<Subject> = Omit<Extract<DayChange, { subject: Subject }>, "subject">;
  const changes: DayChange[] = [
    ...[...rows<Of<"pick">>(0), ...rows<Of<"pick">>(1)].map((row) => ({ ...row, subject: "pick" as const })),
    ...splitsOf(rows<Change & { parts: string }>(2)),
    ...[...rows<RequestRow>(3), ...rows<RequestRow>(4)].map(requestOf),
    ...rows<Of<"approval">>(5).map((row) => ({ ...row, subject: "approval" as const })),
    ...rows<Of<"punch"> & { valid: unknown }>(6).map((row) => ({
      ...{ ...row, valid: Number(row.valid) === 1 },
      subject: "punch" as const,
    })),
    ...rows<Of<"adjustment">>(7).map((row) => ({ ...row, subject: "adjustment" as const })),
  ];
  return changes.sort((a, b) => b.at - a.at);
}

type RequestRow = Change & { readonly action: string; readonly kind: RequestKind; readonly body: string };

function requestOf({ kind, body, ...row }: RequestRow): DayChange {
  return { ...row, subject: "request", content: contentOf({ kind, body }) };
}

function splitsOf(rows: readonly (Change & { readonly parts: string })[]): DayChange[] {
  const parts = rows.map((row) => parseStored<SplitPart[]>(row.parts, []));
  return rows.map((row, n) => ({ ...row, subject: "split", before: parts[n - 1] ?? [], parts: parts[n] ?? [] }));
}
