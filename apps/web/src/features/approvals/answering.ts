import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Approvals, DecisionInput } from "../../api.ts";
import { useOnline } from "../../online.ts";
import type { Stamped } from "../../server-time.ts";
import { todoQuery } from "../../todo.ts";
import { useIsWide } from "../../ui/media.ts";
import { useDeciding } from "./deciding.ts";
import { type Item, itemsOf, keyOf, type Selection, thingOf, toggled, without } from "./selection.ts";

/** What is ticked, open and going back on the page, and what answers it. Nothing is ticked at first. */
export function useAnswering(answer: Approvals & Stamped) {
  const isWide = useIsWide();
  const head = useRef<HTMLHeadingElement>(null);
  const deciding = useDeciding(answer);
  const [ticked, setTicked] = useState<Selection>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [returning, setReturning] = useState<readonly Item[] | null>(null);
  const page = useMemo(() => without(answer, deciding.leaving), [answer, deciding.leaving]);
  const items = itemsOf(page);
  const [first] = items;
  useBadge(page.count);

  const settle = (answered: readonly Item[], verdict: DecisionInput["verdict"], reason?: string) => {
    const keys = new Set(answered.map(({ ref }) => keyOf(ref)));
    deciding.decide(answered, verdict, reason);
    setTicked(new Set([...ticked].filter((key) => !keys.has(key))));
    setReturning(null);
    setChosen(null);
    // The row that had the focus is gone.
    head.current?.focus({ preventScroll: true });
  };
  return {
    ...{ page, head, ticked, returning, deciding },
    canAnswer: useOnline(),
    selected: items.filter(({ ref }) => ticked.has(keyOf(ref))),
    open: thingOf(page, chosen) ?? (isWide && first ? thingOf(page, keyOf(first.ref)) : undefined) ?? null,
    toggle: (some: readonly Item[]) => setTicked(toggled(ticked, some)),
    look: (item: Item | null) => setChosen(item && keyOf(item.ref)),
    approve: (some: readonly Item[]) => settle(some, "approve"),
    askReason: (some: readonly Item[] | null) => {
      setReturning(some);
      // One sheet at a time.
      if (!isWide) setChosen(null);
    },
    giveBack: (some: readonly Item[], reason: string) => settle(some, "return", reason),
  };
}

/** The badges say what this page says. */
function useBadge(count: number): void {
  const client = useQueryClient();
  useEffect(() => {
    client.setQueryData(todoQuery.queryKey, count);
  }, [client, count]);
}
