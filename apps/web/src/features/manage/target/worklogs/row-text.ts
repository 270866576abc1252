import type { Target } from "../../../../api.ts";
import { duration } from "../../../../format.ts";
import { problemText } from "../../../../target-problem.ts";
import { instantText } from "../../date-text.ts";
import type { Worklog } from "./filter.ts";
import type { PushWords } from "./words.ts";

/** What a reader of a row has to know of its target: whether anything leaves, and when. */
export type Standing = Pick<Target, "state" | "pace">;

/** How a worklog stands, sentence by sentence: when it leaves, why it does not, what is there of it. */
export function standTexts(m: PushWords, worklog: Worklog, standing: Standing): string[] {
  const { state, minutes, sentMinutes, waiting, held, problem } = worklog;
  const texts: string[] = [];
  if (minutes === 0 && sentMinutes > 0) texts.push(m["push.takeBack"]);
  else if (sentMinutes > 0 && sentMinutes !== minutes) texts.push(m["push.change"](duration(sentMinutes)));
  if (state === "due") texts.push(leavesText(m, worklog, standing));
  if (state === "sending" || state === "unknown") texts.push(m[`push.${state}`]);
  if (state === "done" && worklog.sentAt !== null) texts.push(m["push.sentAt"](instantText(worklog.sentAt)));
  if (waiting > 0 && state !== "held") texts.push(m["push.waits"](duration(waiting)));
  if (held !== null) texts.push(problemText(m, held));
  if (problem !== null) texts.push(problemText(m, problem));
  if (state === "failed" && worklog.attempts > 0) texts.push(m["push.tried"](worklog.attempts));
  return texts;
}

/** The code that a row is to be mended by: what went wrong before what holds it. */
export function codeOfRow({ problem, held }: Worklog): string | null {
  return problem ?? held;
}

function leavesText(m: PushWords, { nextAt, attempts }: Worklog, { state, pace }: Standing): string {
  if (state === "paused") return m["push.leavesLater"];
  if (nextAt === null || (pace === "at-once" && attempts === 0)) return m["push.leavesNext"];
  return m["push.leavesAt"](instantText(nextAt));
}
