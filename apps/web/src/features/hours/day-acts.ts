import { useState } from "react";
import type { DayDetail, ProjectBrief } from "../../api.ts";
import type { Stamped } from "../../server-time.ts";
import { useCorrecting } from "./correcting.ts";
import { useCorrection } from "./correction.ts";
import { accessTo } from "./day-access.ts";
import { type AskedContent, useDayAsking } from "./day-asking.ts";
import type { ShownRequest } from "./day-requests.ts";
import type { DaySheet } from "./day-sheet.ts";
import { useEntering } from "./entering.ts";

interface Opened {
  readonly sheet: DaySheet | null;
  /** Chosen, and wants a reason. */
  readonly project: ProjectBrief | null;
  /** Came back, and is explained once more. */
  readonly again: ShownRequest | null;
}

const nothing: Opened = { sheet: null, project: null, again: null };

/** Everything that can be done about a day: chosen at once, entered for somebody, or asked for; and what is open over it. */
export function useDayActs(answer: DayDetail & Stamped, person: string | null) {
  const correcting = useCorrecting(answer, person);
  const correction = useCorrection(answer);
  const entering = useEntering(answer);
  const asking = useDayAsking(answer, person);
  const [opened, setOpened] = useState<Opened>({ ...nothing, sheet: startSheet(person) });
  const [chosen, setChosen] = useState<string | null>(null);
  const isDirect = accessTo("project", answer, correcting).how === "direct";

  const open = (sheet: DaySheet | null) => setOpened({ ...nothing, sheet });
  const choose = (project: ProjectBrief) => {
    if (!isDirect || !correcting.isOwn) return setOpened({ ...nothing, sheet: "reason", project });
    if (opened.sheet === "rest") correction.chooseRest(project);
    else correction.chooseDay(project);
    setChosen(project.shortName);
    open(null);
  };
  const send = (content: AskedContent, reason: string) => {
    const { project } = opened;
    if (content.kind === "pick" && isDirect && project !== null) entering.enter(project, reason);
    else asking.ask(content, reason);
    setChosen(null);
    open(null);
  };
  const again = (request: ShownRequest) => setOpened({ ...nothing, sheet: sheetOf(request), again: request });
  return { correcting, correction, entering, asking, opened, chosen, setChosen, open, choose, send, again };
}

/** What a page passes to its parts. */
export type DayActs = ReturnType<typeof useDayActs>;

function sheetOf({ kind }: ShownRequest): DaySheet {
  if (kind === "clock-in" || kind === "clock-out") return "punch";
  if (kind === "overtime" || kind === "note") return kind;
  return kind === "pick" ? "day" : "correction";
}

/** 替他更正 in a person's sheet leads straight to the ways. */
function startSheet(person: string | null): DaySheet | null {
  return person !== null && location.hash.endsWith("/correct") ? "correction" : null;
}
