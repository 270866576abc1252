import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Approvals } from "../../api.ts";
import { useOnline } from "../../online.ts";
import type { Stamped } from "../../server-time.ts";
import { todoQuery } from "../../todo.ts";
import { ErrorLine } from "../../ui/error-line.tsx";
import { useIsWide } from "../../ui/media.ts";
import { projectsById, stripedIds } from "../../ui/project-mark.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { ApprovalList } from "./approval-list.tsx";
import { CountLine } from "./count-line.tsx";
import { useDeciding } from "./deciding.ts";
import { EvidencePlace } from "./evidence-place.tsx";
import { ReturnSheet } from "./return-sheet.tsx";
import { type Item, itemsOf, keyOf, type Selection, toggled, without } from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";

/** The count, the groups with their ticks, and the answers to what is ticked; on a computer the evidence at the right. */
export function ApprovalsView({ answer }: { answer: Approvals & Stamped }) {
  const isWide = useIsWide();
  const isOnline = useOnline();
  const head = useRef<HTMLHeadingElement>(null);
  const { decide, leaving, saving, partly, last, forget } = useDeciding(answer);
  const [ticked, setTicked] = useState<Selection>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [returning, setReturning] = useState<readonly Item[] | null>(null);
  const page = useMemo(() => without(answer, leaving), [answer, leaving]);
  const items = itemsOf(page);
  const selected = items.filter(({ ref }) => ticked.has(keyOf(ref)));
  const found = items.find(({ ref }) => keyOf(ref) === chosen);
  const open = found ?? (isWide ? items[0] : undefined);
  useBadge(page.count);

  const settle = (answered: readonly Item[], verdict: "approve" | "return", reason?: string) => {
    const keys = new Set(answered.map(({ ref }) => keyOf(ref)));
    decide(answered, verdict, reason);
    setTicked(new Set([...ticked].filter((key) => !keys.has(key))));
    setReturning(null);
    setChosen(null);
    head.current?.focus({ preventScroll: true });
  };
  const approve = (answered: readonly Item[]) => settle(answered, "approve");
  return (
    <div className="approvals-panes" data-bar={selected.length > 0 || undefined}>
      <div className="approvals-main">
        <CountLine page={page} saving={saving} isOnline={isOnline} head={head} />
        {partly !== null && <ErrorLine>{partly}</ErrorLine>}
        <ApprovalList
          page={page}
          list={{
            projects: projectsById(page.projects),
            striped: stripedIds(page.projects),
            today: page.now.slice(0, 10),
            selection: ticked,
            open: open && isWide ? keyOf(open.ref) : null,
            canAnswer: isOnline,
            onToggle: (some) => setTicked(toggled(ticked, some)),
            onOpen: ({ ref }) => setChosen(keyOf(ref)),
            onApprove: approve,
            onReturn: setReturning,
          }}
        />
        <SelectionBar
          items={selected}
          canAnswer={isOnline}
          onReturn={() => setReturning(selected)}
          onApprove={() => approve(selected)}
        />
      </div>
      <EvidencePlace
        item={open ?? null}
        canAnswer={isOnline}
        onClose={() => setChosen(null)}
        onApprove={approve}
        onReturn={setReturning}
      />
      <ReturnSheet
        items={returning}
        canAnswer={isOnline}
        onClose={() => setReturning(null)}
        onReturn={(some, reason) => settle(some, "return", reason)}
      />
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </div>
  );
}

/** The badges say what this page says. */
function useBadge(count: number): void {
  const client = useQueryClient();
  useEffect(() => {
    client.setQueryData(todoQuery.queryKey, count);
  }, [client, count]);
}
