import type { PeriodDetail, Session } from "../../../api.ts";
import type { Stamped } from "../../../server-time.ts";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { Checks } from "./checks.tsx";
import { Closings } from "./closings.tsx";
import { GraceSheet } from "./grace-sheet.tsx";
import { Graces } from "./graces.tsx";
import { MendSheet } from "./mend-sheet.tsx";
import { StateCard } from "./state.tsx";
import { useChecking } from "./use-checking.ts";

interface CheckingProps {
  readonly answer: PeriodDetail & Stamped;
  readonly me: Session["person"];
}

/** 核对: where the period stands, what is left to mend, who has grace, and how it was closed. */
export function Checking({ answer, me }: CheckingProps) {
  const work = useChecking(answer, me);
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
        <Checks answer={answer} list={work.list} partly={work.answering.partly} />
      )}
      <div className="period-side">
        <Graces answer={answer} list={work.list} granting={work.granting} onGive={work.setGiving} />
        {!isClosed && <Closings closings={answer.closings} />}
      </div>
      <Over work={work} today={answer.now.slice(0, 10)} />
    </div>
  );
}

/** What lies over the page: what mends a line, who gets grace, and the way back from an answer. */
function Over({ work, today }: { work: ReturnType<typeof useChecking>; today: string }) {
  const { last, forget } = work.answering;
  return (
    <>
      <MendSheet
        doing={work.doing}
        list={work.list}
        onClose={() => work.setDoing(null)}
        onMend={work.mend}
        onReturn={work.giveBack}
      />
      <GraceSheet to={work.giving} today={today} onClose={() => work.setGiving(null)} onGive={work.give} />
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </>
  );
}
