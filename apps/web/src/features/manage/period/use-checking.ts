import { useState } from "react";
import type { PeriodDetail, Session } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import type { Stamped } from "../../../server-time.ts";
import { projectsById } from "../../../ui/project-mark.tsx";
import { useAnswering } from "./answering.ts";
import type { Row } from "./check.ts";
import type { Doing, ListContext } from "./context.ts";
import { type Grace, useGranting } from "./granting.ts";
import { useMending } from "./mending.ts";

/** Everything that can be done about the checks of a period, and what is open over them. */
export function useChecking(answer: PeriodDetail & Stamped, me: Session["person"]) {
  const isOnline = useOnline();
  const mending = useMending(answer);
  const answering = useAnswering(answer);
  const granting = useGranting(answer);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [giving, setGiving] = useState<Grace | "nobody" | null>(null);
  const isHr = me.roles.includes("hr");

  const decide: typeof answering.decide = (...decision) => {
    setDoing(null);
    answering.decide(...decision);
  };
  const list: ListContext = {
    ...{ me, isHr, canAct: isHr && isOnline, projects: projectsById(answer.projects) },
    ...{ mends: mending.mends, leaving: answering.leaving, answered: answering.kind, saving: answering.saving },
    onDo: setDoing,
    onApprove: (rows) => decide(rows, "approve"),
    onEndGrace: ({ person }) => granting.end(person.id),
    onChangeGrace: (row) => setGiving(graceOf(row)),
  };
  return {
    ...{ list, answering, granting, doing, setDoing, giving, setGiving },
    mend: (...change: Parameters<typeof mending.mend>) => {
      setDoing(null);
      mending.mend(...change);
    },
    giveBack: (rows: readonly Row[], reason: string) => decide(rows, "return", reason),
    give: (grace: Grace) => {
      setGiving(null);
      granting.give(grace);
    },
  };
}

function graceOf({ person, items: [item] }: Row): Grace {
  return { person, until: item?.date ?? "", reason: item?.what ?? "" };
}
