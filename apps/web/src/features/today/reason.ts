import type { Suggestion } from "../../api.ts";
import { distance } from "../../format.ts";
import type { Message } from "../../message.ts";

/** Why a project is suggested, in one sentence, and the figures below it. */
export function reasonOf(m: Message, { reason, distance: far, accuracy, radius }: Suggestion): [string, string | null] {
  const metres = (value: number) => distance(value, m.lang);
  if (reason === "inside-site") {
    const text = far === null ? m["today.reason.insideOnly"] : m["today.reason.inside-site"](metres(far));
    if (radius === null) return [text, null];
    return [
      text,
      accuracy === null ? m["today.radius"](metres(radius)) : m["today.accuracy"](metres(accuracy), metres(radius)),
    ];
  }
  if (accuracy !== null) return [m["today.doubt"](metres(accuracy), m[`today.guess.${reason}`]), null];
  return [m[`today.reason.${reason}`], null];
}

/** The same in few words: `在工地内 38 米`. */
export function shortReason(m: Message, suggestion: Suggestion): string {
  const { reason, distance: far } = suggestion;
  if (reason === "inside-site" && far !== null) return m["verdict.insideBy"](distance(far, m.lang));
  return reasonOf(m, suggestion)[0];
}

/** The few words below a chip's name. */
export function chipReason(m: Message, { reason }: Suggestion): string {
  return reason === "inside-site" ? m["today.reason.insideOnly"] : m[`today.reason.${reason}`];
}
