import { useState } from "react";
import type { HistoryMark } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { changeText, channelText, shownMarks, whatText, whoText } from "./history-text.ts";
import { useWords } from "./words.ts";

interface HistoryListProps {
  readonly marks: readonly HistoryMark[];
  readonly projects: ProjectsById;
}

/** Everything that was corrected in the day, newest first; a tap shows what stood before. */
export function HistoryList({ marks, projects }: HistoryListProps) {
  const m = useWords();
  const shown = shownMarks(marks);
  if (shown.length === 0) return null;
  return (
    <section className="td-card hours-marks" aria-labelledby="hours-marks">
      <h2 id="hours-marks">{m["correct.history"]}</h2>
      {shown.map((mark) => (
        <Mark key={`${mark.at}${mark.subject}${mark.action}${mark.after}`} mark={mark} projects={projects} />
      ))}
    </section>
  );
}

/** `由 李娜 代 赵磊 更正 · 9/16 10:02 · 下午在三号泵站调试`; a tap shows old and new. */
export function Mark({ mark, projects }: { mark: HistoryMark; projects: ProjectsById }) {
  const m = useWords();
  const [isOpen, setOpen] = useState(false);
  const when = `${shortDate(mark.at.slice(0, 10))} ${mark.at.slice(11, 16)}`;
  const facts = [when, whatText(m, mark, projects), ...(mark.reason ? [mark.reason] : [])];
  const change = changeText(m, mark);
  return (
    <button type="button" className="hours-history" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      <Icon name="history" />
      <span>
        <b>{whoText(m, mark)}</b>
        <span className="hours-history-fact">{facts.join(" · ")}</span>
        {isOpen && (
          <span className="hours-history-fact">
            {[...(change === null ? [] : [change]), channelText(m, mark.channel)].join(" · ")}
          </span>
        )}
      </span>
    </button>
  );
}
