import type { Database } from "./database.ts";

/** Pushes of one type; `counted` of those received used up the month's, `repeated` had come before. */
export interface PushTally {
  /** DingTalk's name, `attendance_check_record`. */
  readonly type: string;
  readonly received: number;
  readonly counted: number;
  readonly repeated: number;
}

/** A statement that counts one push on a day, `2026-09-14`; to be run before the event is kept, so that a repeat is seen. */
export function addPush(
  db: Database,
  day: { readonly companyId: string; readonly date: string },
  push: { readonly eventId: string; readonly type: string; readonly counted: boolean },
): D1PreparedStatement {
  return db.prepare(
    `insert into push_count (company_id, day, type, received, counted, repeated)
     select ?1, ?2, ?3, 1, ?5, exists (select 1 from event where company_id = ?1 and id = ?4) where true
     on conflict do update set received = received + 1, counted = counted + excluded.counted,
       repeated = repeated + excluded.repeated`,
    ...[day.companyId, day.date, push.type, push.eventId, push.counted ? 1 : 0],
  );
}

/** The pushes of the days of a range, both included, by type. */
export function readPushes(
  db: Database,
  companyId: string,
  range: { readonly from: string; readonly to: string },
): Promise<PushTally[]> {
  return db.all<PushTally>(
    `select type, sum(received) as received, sum(counted) as counted, sum(repeated) as repeated from push_count
      where company_id = ?1 and day between ?2 and ?3 group by type order by type`,
    ...[companyId, range.from, range.to],
  );
}
