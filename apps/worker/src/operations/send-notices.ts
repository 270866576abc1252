import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { groupRows } from "@today/db/arrival";
import {
  endNotices,
  keepTaskResult,
  type Notice,
  readUnaskedTasks,
  readWaitingNotices,
  takeNotices,
} from "@today/db/notice";
import { DingTalkError } from "@today/dingtalk/error";
import { sendWorkNotice, type WorkNotice, workNoticeResult } from "@today/dingtalk/work-notice";
import { mayPass } from "../batch-failure.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { noticeText } from "../notice-text.ts";
import { currentPlan } from "../quota/planning.ts";

const mostWaiting = 200;
const mostCalls = 20;
const mostAttempts = 4;
const peopleACall = 100;
const patienceMs = minutesPerDay * minuteMs;

/**
 * Sends what waits, the same words in one call, at most twenty calls and only such as the month's plan has for the days; then asks
 * what became of what was sent before. What cannot be sent within a day, and everything without an agent id, is shown in the app alone.
 * A notice is taken before it is sent, and after a stop in between DingTalk drops the same words of the same day: nobody is told twice.
 */
export async function sendNotices(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  const waiting = await readWaitingNotices(db, company.id, mostWaiting);
  const { agentId } = company;
  const late = waiting.filter(({ createdAt }) => agentId === null || now - createdAt > patienceMs);
  if (late.length > 0) await end(ctx, late, { state: "shown", taskId: null, problem: null });
  if (agentId === null) return;
  const { plan } = await currentPlan(ctx);
  let left = Math.min(mostCalls, plan.days.calls);
  for (const group of groupsOfWords(
    ctx,
    waiting.filter((one) => !late.includes(one)),
  )) {
    if (left <= 0) return;
    left -= 1;
    if (!(await send(ctx, agentId, group))) return;
  }
  await askResults(ctx, agentId, left);
}

interface Words {
  readonly message: WorkNotice;
  readonly notices: readonly Notice[];
}

function groupsOfWords({ company }: Context, waiting: readonly Notice[]): Words[] {
  const worded = waiting.map((notice) => ({ notice, ...noticeText(notice, company.zone) }));
  return [...groupRows(worded, ({ title, text }) => `${title}\n${text}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const message = messageOf(first, company.publicUrl);
    const parts = Array.from({ length: Math.ceil(group.length / peopleACall) }, (_, n) =>
      group.slice(n * peopleACall, (n + 1) * peopleACall),
    );
    return parts.map((part) => ({ message, notices: part.map(({ notice }) => notice) }));
  });
}

function messageOf({ title, text }: { title: string; text: string }, publicUrl: string | null): WorkNotice {
  if (publicUrl === null) return { kind: "markdown", title, text };
  const url = `dingtalk://dingtalkclient/page/link?url=${encodeURIComponent(`${publicUrl}/#/team`)}`;
  return { kind: "card", title, text, buttons: [{ title: "打开今日项目", url }] };
}

/** False when there is no sense in going on now. */
async function send(ctx: Context, agentId: string, { message, notices: wanted }: Words): Promise<boolean> {
  const ids = wanted.map(({ id }) => id);
  const taken = new Set(await takeNotices(ctx.db, { companyId: ctx.company.id, at: ctx.now }, ids));
  const notices = wanted.filter(({ id }) => taken.has(id));
  if (notices.length === 0) return true;
  const userIds = [...new Set(notices.map(({ personId }) => personId))];
  try {
    const taskId = await sendWorkNotice(ctx.dingtalk, { agentId, userIds, message });
    await end(ctx, notices, { state: "sent", taskId, problem: null });
    return true;
  } catch (error) {
    const isOfDingTalk = error instanceof DingTalkError;
    if (!isOfDingTalk && !(error instanceof RangeError)) throw error;
    const problem = isOfDingTalk ? `dingtalk-${error.kind}` : "too-long";
    const isQuota = isOfDingTalk && error.kind === "quota";
    const again = isOfDingTalk && (isQuota || (mayPass(error) && (notices[0]?.attempts ?? 0) + 1 < mostAttempts));
    await end(ctx, notices, { state: again ? "waiting" : "failed", taskId: null, problem });
    return !again;
  }
}

async function end(ctx: Context, notices: readonly Notice[], how: Omit<Parameters<typeof endNotices>[2], "ids">) {
  const ids = notices.map(({ id }) => id);
  await commit(ctx, [endNotices(ctx.db, { companyId: ctx.company.id, at: ctx.now }, { ids, ...how })]);
}

async function askResults(ctx: Context, agentId: string, left: number): Promise<void> {
  const { db, company, now } = ctx;
  for (const taskId of await readUnaskedTasks(db, company.id, { now, limit: Math.max(0, left) })) {
    const result = await workNoticeResult(ctx.dingtalk, { agentId, taskId });
    const dropped = [
      ...result.dropped.map(({ userId, code }) => ({ userId, code: code ?? "forbidden" })),
      ...result.unknown.map((userId) => ({ userId, code: "unknown" })),
      ...result.failed.map((userId) => ({ userId, code: "failed" })),
    ];
    await commit(ctx, keepTaskResult(db, company.id, { taskId, dropped }));
  }
}
