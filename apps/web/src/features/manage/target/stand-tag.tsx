import type { Target } from "../../../api.ts";
import { Tag } from "../../../ui/tag.tsx";
import { standOf } from "./sums.ts";
import { useWords } from "./words.ts";

const tones = { on: "good", paused: "fact", new: "blue", broken: "todo" } as const;

/** How a target stands, in a word. */
export function StandTag({ target }: { target: Target }) {
  const m = useWords();
  const stand = standOf(target);
  return <Tag tone={tones[stand]}>{m[`target.stand.${stand}`]}</Tag>;
}
