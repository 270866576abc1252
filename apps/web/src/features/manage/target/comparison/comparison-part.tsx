import { type InfiniteData, type UseQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Comparison } from "../../../../api.ts";
import { isMonth } from "../../../../export-choice.ts";
import { goTo, hashOf } from "../../../../route.ts";
import { useSession } from "../../../../session.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Sheet } from "../../../../ui/sheet.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { useWorkDate } from "../../work-date.ts";
import type { PartProps } from "../part.ts";
import { DifferingCard } from "./differing-card.tsx";
import { ForeignNote } from "./foreign-note.tsx";
import { MendForm } from "./mend-form.tsx";
import { comparisonQuery, useCompare, useMend } from "./queries.ts";
import { StandingCard } from "./standing-card.tsx";
import { SumsCard } from "./sums-card.tsx";
import { WaitingCard } from "./waiting-card.tsx";
import { useComparisonWords } from "./words.ts";
import "../worklogs/worklogs.css";
import "./comparison.css";

/** 对账, `…/{id}/comparison/2026-09`: a month of ours beside what is there. Admins mend it; HR and finance look at it. */
export function ComparisonPart({ target, rest: [asked] }: PartProps) {
  const now = useWorkDate()?.slice(0, 7);
  const month = asked !== undefined && isMonth(asked) ? asked : now;
  return (
    <div className="td-body">
      {now === undefined || month === undefined ? (
        <Skeleton heights={[9, 8, 8]} />
      ) : (
        <Month key={month} target={target} month={month} now={now} />
      )}
    </div>
  );
}

interface MonthProps {
  readonly target: string;
  readonly month: string;
  readonly now: string;
}

function Month({ target, month, now }: MonthProps) {
  const m = useComparisonWords();
  const mayMend = useSession()?.person.roles.includes("admin") ?? false;
  const query = useInfiniteQuery(comparisonQuery(target, month));
  const compare = useCompare(target, month);
  const mend = useMend(target, month);
  const [isMending, setMending] = useState(false);
  const mendAll = () => mend.mutate({ all: true }, { onSuccess: () => setMending(false) });
  const show = (next: string) => goTo(hashOf("manage", "target", target, "comparison", next), { replace: true });
  return (
    <Answered query={query as UseQueryResult<InfiniteData<Comparison>>} skeleton={[9, 8, 8]}>
      {({ pages }) => {
        const [of] = pages;
        if (of === undefined) return null;
        return (
          <>
            <StandingCard {...{ of, now }} compare={mayMend ? compare : null} onMonth={show} />
            <DifferingCard
              {...{ of, pages, mayMend, mend }}
              onMendAll={() => setMending(true)}
              onMore={query.hasNextPage ? () => void query.fetchNextPage() : null}
            />
            <SumsCard of={of} />
            <ForeignNote of={of} />
            <WaitingCard of={of} mayMend={mayMend} />
            <Sheet isOpen={isMending} title={m["comparison.mendTitle"]} onClose={() => setMending(false)}>
              <MendForm of={of} mend={mend} onMend={mendAll} />
            </Sheet>
          </>
        );
      }}
    </Answered>
  );
}
