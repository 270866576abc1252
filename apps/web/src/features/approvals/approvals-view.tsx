import type { Approvals } from "../../api.ts";
import type { Stamped } from "../../server-time.ts";
import { ErrorLine } from "../../ui/error-line.tsx";
import { useIsWide } from "../../ui/media.ts";
import { projectsById, stripedIds } from "../../ui/project-mark.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useAnswering } from "./answering.ts";
import { ApprovalList } from "./approval-list.tsx";
import { CountLine } from "./count-line.tsx";
import { EvidencePlace } from "./evidence-place.tsx";
import { ReturnSheet } from "./return-sheet.tsx";
import { keyOf } from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";

/** The count, the groups with their ticks, and the answers to what is ticked; on a computer the evidence at the right. */
export function ApprovalsView({ answer }: { answer: Approvals & Stamped }) {
  const isWide = useIsWide();
  const { page, canAnswer, selected, open, deciding, ...on } = useAnswering(answer);
  const { saving, partly, last, forget } = deciding;
  const list = {
    ...{ canAnswer, projects: projectsById(page.projects), striped: stripedIds(page.projects) },
    ...{ today: page.now.slice(0, 10), selection: on.ticked, open: open && isWide ? keyOf(open.item.ref) : null },
    ...{ onToggle: on.toggle, onOpen: on.look, onApprove: on.approve, onReturn: on.askReason },
  };
  return (
    <div data-bar={selected.length > 0 || undefined}>
      <CountLine page={page} saving={saving} isOnline={canAnswer} head={on.head} />
      {partly !== null && <ErrorLine>{partly}</ErrorLine>}
      <div className="approvals-panes">
        <div className="approvals-main">
          <ApprovalList page={page} list={list} />
          <SelectionBar
            items={selected}
            canAnswer={canAnswer}
            onReturn={() => on.askReason(selected)}
            onApprove={() => on.approve(selected)}
          />
        </div>
        <EvidencePlace
          thing={open}
          canAnswer={canAnswer}
          onClose={() => on.look(null)}
          onApprove={on.approve}
          onReturn={on.askReason}
        />
      </div>
      <ReturnSheet
        items={on.returning}
        canAnswer={canAnswer}
        onClose={() => on.askReason(null)}
        onReturn={on.giveBack}
      />
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </div>
  );
}
