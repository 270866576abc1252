import type { Notice } from "@today/db/notice";
import type { NoticeView } from "../contract.ts";
import { isoOf } from "./instant.ts";

/** What a manager was told of a leave; none of other things, which are alerts. */
export function noticeView({ id, kind, about, project, body, createdAt }: Notice, zone: string): NoticeView[] {
  const isLeave = kind === "leave" || kind === "leave-changed" || kind === "leave-withdrawn";
  const { from, to, minutes = null } = body;
  if (!isLeave || about === null || project === null || typeof from !== "number" || typeof to !== "number") return [];
  const when = { from: isoOf(from, zone), to: isoOf(to, zone), at: isoOf(createdAt, zone) };
  return [{ id, kind, person: about, project, minutes: typeof minutes === "number" ? minutes : null, ...when }];
}
