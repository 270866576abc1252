import { useState } from "react";
import type { ProjectBrief } from "../../api.ts";
import { useMessage } from "../../message.ts";
import type { KeptToday } from "../../phone-cache.ts";
import { usePicksOnTheWay } from "../../picking.ts";
import { useServerTime } from "../../server-time.ts";
import { type ProjectsById, projectsById } from "../../ui/project-mark.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useChoosing, useSteady } from "./choosing.ts";
import { useConnection } from "./connection.ts";
import { ConnectionLine } from "./connection-line.tsx";
import { preselected, viewOf } from "./day-view.ts";
import { Head } from "./head.tsx";
import { ProjectSheet } from "./project-sheet.tsx";
import { usePulling } from "./pulling.ts";
import { type Open, TodayBody } from "./today-body.tsx";
import "./today.css";

interface TodayScreenProps {
  readonly today: KeptToday;
  readonly request: { readonly isFetching: boolean; readonly error: Error | null; readonly refetch: () => unknown };
}

/** Today once it is known: head, body, sheets, and the way back from the last tap. */
export function TodayScreen({ today, request }: TodayScreenProps) {
  const m = useMessage();
  const time = useServerTime(today);
  const entries = usePicksOnTheWay();
  const [offer, holdOffer] = useSteady({ suggestions: today.suggestions, consequence: today.consequence }, today.date);
  const suggested = preselected(offer.suggestions);
  const view = viewOf(today, entries, { now: time.minuteOn(today.date), suggested });
  const choosing = useChoosing(today);
  const pulling = usePulling();
  const connection = useConnection(request);
  const [open, setOpen] = useState<Open>(null);
  const projects = projectsById(today.projects);
  const day = { today, view, offer, projects, entries };
  const choose = (project: string, from: number | null = null) => {
    setOpen(null);
    choosing.choose(project, from);
  };
  return (
    <div className="td-page td-today">
      <ConnectionLine of={connection} onRetry={() => void request.refetch()} />
      <Head day={day} instant={time.instant} pulling={pulling} />
      <TodayBody day={day} onChoose={choose} onOpen={setOpen} onTouch={holdOffer} />
      <ProjectSheet day={day} open={open} onChoose={choose} onClose={() => setOpen(null)} />
      {choosing.last !== null && (
        <UndoBar
          key={choosing.last.id}
          text={undoText(m, projects, choosing.last)}
          onUndo={() => void choosing.undo()}
          onGone={choosing.forget}
        />
      )}
    </div>
  );
}

function undoText(
  m: ReturnType<typeof useMessage>,
  projects: ProjectsById,
  { project, isSwitch }: { project: string; isSwitch: boolean },
): string {
  const { shortName = "" }: Partial<ProjectBrief> = projects.get(project) ?? {};
  return isSwitch ? m["undo.switched"](shortName) : m["undo.chosen"](shortName);
}
