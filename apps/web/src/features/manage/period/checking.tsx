import { useState } from "react";
import type { PeriodDetail, Session } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import type { Stamped } from "../../../server-time.ts";
import { projectsById } from "../../../ui/project-mark.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useAnswering } from "./answering.ts";
import type { Row } from "./check.ts";
import { Checks } from "./checks.tsx";
import { Closings } from "./closings.tsx";
import type { Doing, ListContext } from "./context.ts";
import { GraceSheet } from "./grace-sheet.tsx";
import { Graces } from "./graces.tsx";
import { type Grace, useGranting } from "./granting.ts";
import { MendSheet } from "./mend-sheet.tsx";
import { useMending } from "./mending.ts";
import { StateCard } from "./state.tsx";

interface CheckingProps {
  readonly answer: PeriodDetail & Stamped;
  readonly me: Session["person"];
}

/** 核对: where the period stands, what is left to mend, who has grace, and how it was closed. */
export function Checking({ answer, me }: CheckingProps) {
  const isOnline = useOnline();
  const mending = useMending(answer);
  const answering = useAnswering(answer);
  const granting = useGranting(answer);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [giving, setGiving] = useState<Grace | "nobody" | null>(null);
  const isHr = me.roles.includes("hr");
  const canAct = isHr && isOnline;
  const list: ListContext = {
    ...{ me, isHr, canAct, projects: projectsById(answer.projects) },
    ...{ mends: mending.mends, leaving: answering.leaving, onDo: setDoing },
    ...{ answered: answering.kind, saving: answering.saving },
    onApprove: (rows) => {
      setDoing(null);
      answering.decide(rows, "approve");
    },
    onEndGrace: ({ person }) => granting.end(person.id),
    onChangeGrace: (row) => setGiving(graceOf(row)),
  };
  const isClosed = answer.period.state === "closed";
  return (
    <div className="period-panes">
      <div className="period-side">
        <StateCard answer={answer} me={me} />
      </div>
      {isClosed ? (
        <div className="period-checks">
          <Closings closings={answer.closings} />
        </div>
      ) : (
        <Checks answer={answer} list={list} partly={answering.partly} />
      )}
      <div className="period-side">
        <Graces
          answer={answer}
          canAct={canAct}
          isHr={isHr}
          saving={granting.saving}
          onGive={(to) => setGiving(to ?? "nobody")}
          onEnd={granting.end}
        />
        {!isClosed && <Closings closings={answer.closings} />}
      </div>
      <MendSheet
        doing={doing}
        list={list}
        onClose={() => setDoing(null)}
        onMend={(...mend) => {
          setDoing(null);
          mending.mend(...mend);
        }}
        onReturn={(rows, reason) => {
          setDoing(null);
          answering.decide(rows, "return", reason);
        }}
      />
      <GraceSheet
        to={giving}
        today={answer.now.slice(0, 10)}
        onClose={() => setGiving(null)}
        onGive={(grace) => {
          setGiving(null);
          granting.give(grace);
        }}
      />
      {answering.last && (
        <UndoBar
          key={answering.last.turn}
          text={answering.last.text}
          onUndo={answering.last.undo}
          onGone={answering.forget}
        />
      )}
    </div>
  );
}

function graceOf({ person, items: [item] }: Row): Grace {
  return { person, until: item?.date ?? "", reason: item?.what ?? "" };
}
