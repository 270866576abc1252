import { UndoBar } from "../../ui/undo-bar.tsx";
import type { DayActs } from "./day-acts.ts";
import { useWords } from "./words.ts";

/** The last change of one's own day, and the way back for 6 s. What was entered for somebody is taken back in 审批. */
export function DayUndo({ acts, isOwn }: { acts: DayActs; isOwn: boolean }) {
  const m = useWords();
  const { chosen, setChosen, correction, asking } = acts;
  const { last } = asking;
  if (chosen !== null) {
    const undo = () => {
      setChosen(null);
      correction.undo();
    };
    return <UndoBar key={chosen} text={m["undo.switched"](chosen)} onUndo={undo} onGone={() => setChosen(null)} />;
  }
  if (last === null || last.isRefused || !isOwn) return null;
  const text = m["correct.sent"](m[`correct.kind.${last.kind}`]);
  return <UndoBar key={last.id} text={text} onUndo={() => void asking.takeBack(last.id)} onGone={asking.forget} />;
}
