import { problemSentence, useMessage } from "../../message.ts";
import { ApiProblem } from "../../problem.ts";
import { ErrorLine } from "../../ui/error-line.tsx";
import type { Day } from "./day.ts";

/** A choice that the server did not take, with the reason; another choice takes its place. */
export function Refused({ day: { entries, today, view } }: { day: Day }) {
  const m = useMessage();
  const refused = entries.find(({ item: pick, state }) => pick.date === today.date && state === "refused");
  if (refused?.state !== "refused" || view.mode === "chosen" || view.mode === "finished") return null;
  const why = problemSentence(m, new ApiProblem(refused.code, 422));
  return <ErrorLine tone="failure">{m["save.failedWhy"](why)}</ErrorLine>;
}
