import { useMessage } from "../../message.ts";
import { UndoBar } from "../../ui/undo-bar.tsx";
import type { useChoosing } from "./choosing.ts";
import type { Day } from "./day.ts";

/** The last choice and how to take it back, unless the server refused it anyway. */
export function WayBack({ day, choosing }: { day: Day; choosing: ReturnType<typeof useChoosing> }) {
  const m = useMessage();
  const { last, undo, forget } = choosing;
  const isRefused = day.entries.some(({ item: pick, state }) => pick.id === last?.id && state === "refused");
  if (last === null || isRefused) return null;
  const name = day.projects.get(last.project)?.shortName ?? "";
  const text = last.isSwitch ? m["undo.switched"](name) : m["undo.chosen"](name);
  return <UndoBar key={last.id} text={text} onUndo={() => void undo()} onGone={forget} />;
}
