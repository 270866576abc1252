import type { OvertimeKind, Place } from "@today/core/allocation";
import type { ApprovalState } from "@today/core/approval";
import type { Fen } from "@today/core/money";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** Minutes and money of one kind, place and state; `key` is the project, person or month they are summed by. */
export interface Sum {
  readonly key: string;
  readonly place: Place;
  /** Empty for regular hours. */
  readonly overtime: OvertimeKind | "";
  readonly state: ApprovalState;
  readonly minutes: Minutes;
  readonly fen: Fen;
  /** Of the minutes, those of people without a rate on their dates. */
  readonly unrated: Minutes;
}

const groupings = { project: "m.project_id", person: "m.person_id", month: "m.month" } as const;

/**
 * What projects came to from month to month, from their counted months alone: refresh them first. `projectId` null is all
 * projects of the company; the keys come in order.
 */
export function readSums(
  db: Database,
  companyId: string,
  wanted: {
    readonly projectId: string | null;
    readonly from: string;
    readonly to: string;
    readonly by: keyof typeof groupings;
  },
): Promise<Sum[]> {
  const key = groupings[wanted.by];
  return db.all<Sum>(
    `select ${key} as key, m.place, m.overtime, m.state, sum(m.minutes) as minutes, sum(m.fen) as fen,
       sum(m.unrated) as unrated
     from project p cross join project_month m on m.company_id = ?1 and m.project_id = p.id and m.month between ?3 and ?4
     where p.company_id = ?1 and (?2 is null or p.id = ?2)
     group by 1, 2, 3, 4 order by 1`,
    ...[companyId, wanted.projectId, wanted.from, wanted.to],
  );
}
