import type { ConnectionStep } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import type { Words } from "./words.ts";

/** What shows that a step works, in one line: `令牌已取到 10:05`, `4 / 4 已开通`. */
export function proofText(m: Words, { proof, seenAt }: ConnectionStep): string {
  if (proof === null) return "";
  switch (proof.code) {
    case "agent-id":
      return m["connection.proof.agent-id"](proof.value ?? "");
    case "scopes":
      return m["connection.proof.scopes"](proof.had ?? 0, proof.of ?? 0);
    case "pushes":
      return m["connection.proof.pushes"](thousands(proof.had ?? 0));
    case "token":
    case "passed":
      return [m[`connection.proof.${proof.code}`], seenAt?.slice(11, 16)].filter(Boolean).join(" ");
    default:
      return m[`connection.proof.${proof.code}`];
  }
}

/** The console's words of a step, with the application's own name in them. */
export function pathWords(m: Words, path: readonly string[]): string[] {
  return path.map((word) => (word === "$app" ? m["connection.app"] : word));
}

/** The end of a path as it stands in a closed row, without the application itself: `开发配置 › 事件订阅 › HTTP 推送`. */
export function shortPath({ path }: ConnectionStep): string {
  const place = path.indexOf("$app");
  return path.slice(place < 0 ? 0 : place + 1).join(" › ");
}
