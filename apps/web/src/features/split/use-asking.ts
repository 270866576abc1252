import { useState } from "react";
import { clockAt, minuteAt, snap } from "./counted-line.ts";
import type { MenuActs, Question } from "./sheets.tsx";
import {
  assign,
  bordersOf,
  cutAt,
  evenly,
  fromOn,
  guessOwners,
  lengthOf,
  mergeUp,
  type Owner,
  ownersOf,
  type Part,
  partAt,
} from "./split.ts";
import type { SplitDay } from "./split-day.ts";
import { useWords } from "./words.ts";

interface Given {
  readonly day: SplitDay;
  readonly parts: readonly Part[];
  /** Ids of the projects that may be booked that day. */
  readonly bookable: readonly string[];
  readonly change: (parts: readonly Part[], selected?: number) => void;
}

/** What a touch on a chip, a block or 加一段 does, and what it has to ask first. */
export function useAsking({ day, parts, bookable, change }: Given) {
  const m = useWords();
  const { question, ask, stop } = useQuestion(bookable);
  const [menu, setMenu] = useState<Touched | null>(null);
  const divide = (count: 1 | 2 | 3) => {
    const length = lengthOf(parts);
    if (count > 1) change(evenly(length, guessOwners(ownersOf(parts, count), bookable)), 0);
    else ask(m["split.whole"], null, (owner) => change(evenly(length, [owner])));
  };
  const cut = (at: number) =>
    ask(m["split.newPart"], null, (owner) => change(cutAt(parts, at, owner), partAt(parts, at)));
  const assignTo = (part: number) =>
    ask(m["split.change"], parts[part]?.project ?? null, (owner) => change(assign(parts, part, owner)));
  const fromNow = (now: number) =>
    ask(m["split.nowOn"], null, (owner) => {
      const next = fromOn(parts, minuteAt(day.line, now), owner);
      change(next, next.length - 2);
    });
  const close = () => {
    setMenu(null);
    stop();
  };
  const closing = (act: () => void) => () => {
    setMenu(null);
    act();
  };
  const actsOn = ({ part, at }: Touched): MenuActs => ({
    onChange: closing(() => assignTo(part)),
    onCut: canCut(parts, part) ? closing(() => cut(keptInside(parts, part, at ?? middleOf(day, parts, part)))) : null,
    onMergeUp: part === 0 ? null : closing(() => change(mergeUp(parts, part))),
  });
  const open = (part: number, at: number | null) =>
    parts[part]?.project === null ? assignTo(part) : setMenu({ part, at });
  const add = () => cut(middleOf(day, parts, parts.length - 1));
  const menuPart = menu === null ? undefined : parts[menu.part];
  return { question, menu: menu && actsOn(menu), menuPart, divide, open, add, fromNow, close };
}

/** A part, and the minute of the line that was touched; null from the keyboard. */
interface Touched {
  readonly part: number;
  readonly at: number | null;
}

/** Asks for a project; where only one may be booked, it is the answer. */
function useQuestion(bookable: readonly string[]) {
  const [question, setQuestion] = useState<Question | null>(null);
  const stop = () => setQuestion(null);
  const ask = (title: string, chosen: string | null, answer: (owner: Owner) => void) => {
    const only = bookable.length === 1 ? bookable[0] : undefined;
    if (only !== undefined) {
      answer({ project: only, task: null });
      return;
    }
    const onChoose = ({ id }: { id: string }) => {
      stop();
      answer({ project: id, task: null });
    };
    setQuestion({ title, chosen, onChoose });
  };
  return { question, ask, stop };
}

function canCut(parts: readonly Part[], part: number): boolean {
  return (parts[part]?.minutes ?? 0) > 1;
}

function middleOf({ line, magnets }: SplitDay, parts: readonly Part[], index: number): number {
  const start = startOf(parts, index);
  const middle = start + Math.floor((parts[index]?.minutes ?? 0) / 2);
  return keptInside(parts, index, snap(line, magnets, clockAt(line, middle)));
}

/** A place for a cut at least 5 minutes from both ends where the part is long enough. */
function keptInside(parts: readonly Part[], index: number, at: number): number {
  const start = startOf(parts, index);
  const minutes = parts[index]?.minutes ?? 0;
  const kept = Math.max(1, Math.min(5, Math.floor(minutes / 2)));
  return Math.min(start + minutes - kept, Math.max(start + kept, at));
}

function startOf(parts: readonly Part[], index: number): number {
  return index === 0 ? 0 : (bordersOf(parts)[index - 1] ?? 0);
}
