import { hasTodoWork } from "@today/db/todo-reminder";
import type { Context } from "../context.ts";
import type { Job } from "../job.ts";
import { staleMs } from "../targets/push/send.ts";

/** The message for reminders that wait to be brought to DingTalk; none where none do. */
export async function todoWork({ db, company, now }: Context): Promise<Job[]> {
  return (await hasTodoWork(db, company.id, { now, stale: now - staleMs })) ? [{ kind: "send-todos" }] : [];
}
