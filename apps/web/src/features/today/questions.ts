import type { Today } from "../../api.ts";

export type Question = Today["questions"][number];

const place = "today.later";

/** The questions from earlier days that were not put off today, newest first. */
export function openQuestions({ date, questions }: Pick<Today, "date" | "questions">): Question[] {
  const putOff = readPutOff(date);
  return questions.filter((question) => !putOff.includes(question.date));
}

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
