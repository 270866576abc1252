import { changedItems, type NoticeContent, noticeOf } from "@today/core/notice";
import { locatedFrom, type Privacy } from "@today/core/privacy";
import { digestOf } from "@today/db/digest";
import { parseStored } from "@today/db/json-rows";
import { readAnswers } from "@today/db/notice-answer";
import type { Context } from "../context.ts";
import type { PrivacyNotice, Session } from "../contract.ts";
import { readPrivacy } from "../privacy.ts";
import { isoOf } from "./instant.ts";

/** The notice as it is today. */
interface Notice {
  /** Another text for another notice. */
  readonly version: string;
  readonly content: NoticeContent;
  readonly privacy: Privacy;
}

/** The notice as the company's settings of today make it. */
export async function readNotice(ctx: Context): Promise<Notice> {
  const privacy = await readPrivacy(ctx);
  const content = noticeOf(privacy);
  return { version: digestOf(JSON.stringify(content)), content, privacy };
}

/** How the actor stands to the notice as it is today. */
export async function noticeState(ctx: Context): Promise<Session["notice"]> {
  const { version } = await readNotice(ctx);
  const last = (await readAnswers(ctx.db, ctx.company.id, ctx.actor.id)).at(-1);
  if (last === undefined) return "first";
  return last.version === version ? "answered" : "changed";
}

/** The notice with what the actor answered to it and what is different since. */
export async function viewNotice(ctx: Context): Promise<PrivacyNotice> {
  const { db, company, actor } = ctx;
  const { version, content } = await readNotice(ctx);
  const answers = await readAnswers(db, company.id, actor.id);
  const last = answers.at(-1) ?? null;
  const isAnswered = last?.version === version;
  const before = last === null ? null : parseStored<NoticeContent | null>(last.content, null);
  const { basis, mayDecline, items, never } = content;
  return {
    ...{ version, basis, mayDecline, never: [...never], isAnswered },
    items: items.map((item) => ({ ...item, what: [...item.what], readers: [...item.readers] })),
    changed: isAnswered ? [] : changedItems(content, before),
    isLocated: locatedFrom(basis, answers) !== null,
    answers: answers.toReversed().map((answer) => ({
      ...{ id: answer.id, version: answer.version, basis: answer.basis, location: answer.location },
      at: isoOf(answer.answeredAt, company.zone),
    })),
  };
}
