import { useState } from "react";
import { useAsksOnTheWay } from "../../asking.ts";
import type { KeptToday } from "../../phone-cache.ts";
import type { QueueEntry } from "../../pick-queue.ts";
import { usePicksOnTheWay } from "../../picking.ts";
import { useServerTime } from "../../server-time.ts";
import { useIsWide } from "../../ui/media.ts";
import { projectsById, stripedIds } from "../../ui/project-mark.tsx";
import { AllProjects } from "./all-projects.tsx";
import { type OutWish, useAskingOut } from "./asking-out.ts";
import { useChoosing, useSteady } from "./choosing.ts";
import { useConnection } from "./connection.ts";
import { ConnectionLine } from "./connection-line.tsx";
import type { Day, Open } from "./day.ts";
import { preselected, viewOf } from "./day-view.ts";
import { Head } from "./head.tsx";
import { ProjectSheet } from "./project-sheet.tsx";
import { usePulling } from "./pulling.ts";
import { TodayBody } from "./today-body.tsx";
import { WayBack } from "./way-back.tsx";
import "./today.css";

interface TodayScreenProps {
  readonly today: KeptToday;
  readonly request: { readonly isFetching: boolean; readonly error: Error | null; readonly refetch: () => unknown };
}

/** Today once it is known: head, body, sheets, and the way back from the last tap. */
export function TodayScreen({ today, request }: TodayScreenProps) {
  const time = useServerTime(today);
  const entries = usePicksOnTheWay();
  const asks = useAsksOnTheWay();
  const [shown, holdOffer] = useSteady({ suggestions: today.suggestions, consequence: today.consequence }, today.date);
  const offer = withoutRefused(shown, entries);
  const suggested = preselected(offer.suggestions);
  const view = viewOf(today, entries, { now: time.minuteOn(today.date), suggested });
  const choosing = useChoosing(today);
  const asking = useAskingOut();
  const pulling = usePulling();
  const connection = useConnection(request);
  const isWide = useIsWide();
  const [open, setOpen] = useState<Open>(null);
  const projects = projectsById(today.projects);
  const day = { today, view, offer, projects, entries, asks, striped: stripedIds(today.projects) };
  const choose = (project: string, from: number | null = null) => {
    setOpen(null);
    asking.forget();
    choosing.choose(project, from);
  };
  const ask = (wish: OutWish) => {
    choosing.forget();
    asking.ask(wish);
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
      <TodayBody day={day} onAsk={ask} onChoose={choose} onOpen={setOpen} onTouch={holdOffer} />
      {isWide && view.asks && <AllProjects day={day} onChoose={choose} />}
      <ProjectSheet day={day} open={open} onChoose={choose} onClose={() => setOpen(null)} />
      <WayBack day={day} choosing={choosing} asking={asking} />
    </div>
  );
}

/** What the server has just refused is not offered again. */
function withoutRefused(offer: Day["offer"], entries: readonly QueueEntry[]): Day["offer"] {
  const refused = new Set(entries.filter(({ state }) => state === "refused").map(({ item: pick }) => pick.projectId));
  return { ...offer, suggestions: offer.suggestions.filter(({ project }) => !refused.has(project)) };
}
