import { Tag } from "../../ui/tag.tsx";
import { monthTag } from "./item-text.ts";
import type { Item } from "./selection.ts";
import { useWords } from "./words.ts";

/** The month's overtime if this is approved. */
export function MonthTag({ item }: { item: Item }) {
  const m = useWords();
  const tag = monthTag(m, item);
  return tag && <Tag tone={tag.isNear ? "todo" : "fact"}>{tag.text}</Tag>;
}
