import type { Target } from "../../../api.ts";
import type { targetZh } from "../../../message/target.zh.ts";

/** What a product can do in short words, what matters most first. */
export function abilityWords(m: typeof targetZh, abilities: Target["abilities"]): string[] {
  const { members, worklogs, createTask, inbound } = abilities;
  const { support, change, remove, author } = worklogs;
  const hours =
    support === "none"
      ? []
      : [
          m[`target.can.${support}`],
          m[author === "token-owner" ? "target.can.owner" : "target.can.each"],
          m[change && remove ? "target.can.change" : "target.can.noChange"],
        ];
  return [
    m[members ? "target.can.read" : "target.can.readNoPeople"],
    ...hours,
    ...(createTask ? [m["target.can.tasks"]] : []),
    ...(inbound === "none" ? [] : [m["target.can.inbound"]]),
  ];
}
