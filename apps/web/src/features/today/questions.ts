import { parseClockTime } from "@today/core/time/clock-time";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { PersonBrief, RequestView, Today } from "../../api.ts";
import type { AskEntry } from "../../ask-queue.ts";

export type Question = Today["questions"][number];

/** How a missing clock-out stands: nothing asked yet, waiting for its answer, or returned with a reason. */
export type Stand =
  | { readonly state: "open"; readonly refused: string | null }
  | { readonly state: "asked"; readonly at: Minutes; readonly reason: string; readonly saving: AskEntry["state"] }
  | { readonly state: "returned"; readonly at: Minutes; readonly why: string | null };

/** A question whose answer is on its way, and who gives it. */
export interface Asked {
  readonly date: WorkDate;
  readonly answerer: PersonBrief | null;
  readonly stand: Extract<Stand, { state: "asked" }>;
}

interface Asking {
  readonly today: Pick<Today, "date" | "questions">;
  readonly asks: readonly AskEntry[];
}

/** The questions from earlier days that want something of the person and were not put off today, newest first. */
export function openQuestions({ today, asks }: Asking): Question[] {
  const putOff = readPutOff(today.date);
  return today.questions.filter(
    (question) => !putOff.includes(question.date) && standOf(question, asks).state !== "asked",
  );
}

/** The questions that wait for somebody else, newest first. */
export function askedQuestions({ today, asks }: Asking): Asked[] {
  return today.questions.flatMap((question) => {
    const stand = standOf(question, asks);
    return stand.state === "asked" ? [{ date: question.date, answerer: question.answerer, stand }] : [];
  });
}

/** What is known of a question by the server and, newer, by this phone. */
export function standOf({ date, end, request }: Question, asks: readonly AskEntry[]): Stand {
  const own = asks.filter(({ item }) => item.kind === "clock-out" && item.date === date && !item.personId).pop();
  const isNewer = own !== undefined && own.item.id !== request?.id;
  if (isNewer && own.state === "refused") return { state: "open", refused: own.code };
  if (isNewer && own.item.kind === "clock-out") {
    return { state: "asked", at: parseClockTime(own.item.at) ?? end, reason: own.item.reason, saving: own.state };
  }
  return request === null ? { state: "open", refused: null } : standOfRequest(request, end);
}

function standOfRequest({ state, at, reason, answer }: RequestView, end: Minutes): Stand {
  if (state === "returned") return { state: "returned", at: at ?? end, why: answer?.reason ?? null };
  if (state === "waiting") return { state: "asked", at: at ?? end, reason, saving: "saved" };
  return { state: "open", refused: null };
}

const place = "today.later";

/** Hides a question for the rest of today; afterwards it lives on as a tag in 工时. */
export function putOff(today: string, question: string): void {
  try {
    localStorage.setItem(place, JSON.stringify({ today, days: [...readPutOff(today), question] }));
  } catch {
    return;
  }
}

function readPutOff(date: string): readonly string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "{}") as { today?: string; days?: string[] };
    return kept.today === date && Array.isArray(kept.days) ? kept.days : [];
  } catch {
    return [];
  }
}
