import { clockTime } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { UndoBar } from "../../ui/undo-bar.tsx";
import type { useAskingOut } from "./asking-out.ts";
import type { useChoosing } from "./choosing.ts";
import type { Day } from "./day.ts";

interface WayBackProps {
  readonly day: Day;
  readonly choosing: ReturnType<typeof useChoosing>;
  readonly asking: ReturnType<typeof useAskingOut>;
}

/** The last choice or request and how to take it back, unless the server refused it anyway. */
export function WayBack({ day, choosing, asking }: WayBackProps) {
  const m = useMessage();
  const refused = new Set(
    [...day.entries, ...day.asks].flatMap(({ item, state }) => (state === "refused" ? item.id : [])),
  );
  const asked = asking.last;
  if (asked !== null && !refused.has(asked.id)) {
    const text = m["ask.filledTo"](clockTime(asked.at, m.lang));
    return <UndoBar key={asked.id} text={text} onUndo={() => void asking.undo()} onGone={asking.forget} />;
  }
  const { last, undo, forget } = choosing;
  if (last === null || refused.has(last.id)) return null;
  const name = day.projects.get(last.project)?.shortName ?? "";
  const text = last.isSwitch ? m["undo.switched"](name) : m["undo.chosen"](name);
  return <UndoBar key={last.id} text={text} onUndo={() => void undo()} onGone={forget} />;
}
