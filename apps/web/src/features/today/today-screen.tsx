import { useState } from "react";
import type { ProjectBrief } from "../../api.ts";
import { useMessage } from "../../message.ts";
import type { KeptToday } from "../../phone-cache.ts";
import type { QueueEntry } from "../../pick-queue.ts";
import { usePicksOnTheWay } from "../../picking.ts";
import { useServerTime } from "../../server-time.ts";
import { useIsWide } from "../../ui/media.ts";
import { type ProjectsById, projectsById } from "../../ui/project-mark.tsx";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useChoosing, useSteady } from "./choosing.ts";
import { useConnection } from "./connection.ts";
import { ConnectionLine } from "./connection-line.tsx";
import { bookable, type Day, type Open } from "./day.ts";
import { preselected, viewOf } from "./day-view.ts";
import { Head } from "./head.tsx";
import { ProjectSheet } from "./project-sheet.tsx";
import { usePulling } from "./pulling.ts";
import { TodayBody } from "./today-body.tsx";
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
  const [shown, holdOffer] = useSteady({ suggestions: today.suggestions, consequence: today.consequence }, today.date);
  const offer = withoutRefused(shown, entries);
  const suggested = preselected(offer.suggestions);
  const view = viewOf(today, entries, { now: time.minuteOn(today.date), suggested });
  const choosing = useChoosing(today);
  const pulling = usePulling();
  const connection = useConnection(request);
  const isWide = useIsWide();
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
      <Head
        day={day}
        instant={time.instant}
        pulling={pulling}
        isCut={connection === "offline" || connection === "busy"}
      />
      <TodayBody day={day} onChoose={choose} onOpen={setOpen} onTouch={holdOffer} />
      {isWide && view.asks && <AllProjects day={day} onChoose={choose} />}
      <ProjectSheet day={day} open={open} onChoose={choose} onClose={() => setOpen(null)} />
      {choosing.last !== null && !isRefused(entries, choosing.last.id) && (
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

/** On a computer all projects stand beside the question. */
function AllProjects({ day, onChoose }: { day: Day; onChoose: (project: string) => void }) {
  const m = useMessage();
  return (
    <aside className="td-today-pane" aria-label={m["today.allProjects"]}>
      <div className="td-card">
        <h2 className="td-today-name">{m["today.allProjects"]}</h2>
        <ProjectPicker projects={bookable(day)} chosen={day.view.project} onChoose={({ id }) => onChoose(id)} />
      </div>
    </aside>
  );
}

function isRefused(entries: readonly QueueEntry[], id: string): boolean {
  return entries.some(({ pick, state }) => pick.id === id && state === "refused");
}

/** What the server has just refused is not offered again. */
function withoutRefused(offer: Day["offer"], entries: readonly QueueEntry[]): Day["offer"] {
  const refused = new Set(entries.filter(({ state }) => state === "refused").map(({ pick }) => pick.projectId));
  return { ...offer, suggestions: offer.suggestions.filter(({ project }) => !refused.has(project)) };
}

function undoText(
  m: ReturnType<typeof useMessage>,
  projects: ProjectsById,
  { project, isSwitch }: { project: string; isSwitch: boolean },
): string {
  const { shortName = "" }: Partial<ProjectBrief> = projects.get(project) ?? {};
  return isSwitch ? m["undo.switched"](shortName) : m["undo.chosen"](shortName);
}
