import { type InfiniteData, type UseQueryResult, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Target, Worklogs } from "../../../../api.ts";
import { goTo, hashOf } from "../../../../route.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Sheet } from "../../../../ui/sheet.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { useWorkDate } from "../../work-date.ts";
import type { PartProps } from "../part.ts";
import { dueQuery, targetQuery } from "../queries.ts";
import { sumsOf } from "../sums.ts";
import { countsOf, type Shown, shownOf } from "./filter.ts";
import { PushForm } from "./push-form.tsx";
import { usePush, useRetry, worklogsQuery } from "./queries.ts";
import { ReasonCard } from "./reason-card.tsx";
import { RetryBar } from "./retry-bar.tsx";
import { usePushWords } from "./words.ts";
import { WorklogFilters } from "./worklog-filters.tsx";
import { WorklogList } from "./worklog-list.tsx";
import "./worklogs.css";

/** 要推什么, `…/{id}/worklogs`, `…/worklogs/held/2026-09`: every hour that goes there, is there, or waits. */
export function WorklogsPart({ target: id, rest }: PartProps) {
  const today = useWorkDate();
  const target = useQuery(targetQuery(id));
  return (
    <div className="td-body">
      {today === null ? (
        <Skeleton heights={[3, 5, 5, 5]} />
      ) : (
        <Answered query={target} skeleton={[3, 5, 5, 5]}>
          {(found) => <Shell target={found} shown={shownOf(rest, today.slice(0, 7))} now={today.slice(0, 7)} />}
        </Answered>
      )}
    </div>
  );
}

interface ShellProps {
  readonly target: Target;
  readonly shown: Shown;
  /** `2026-09`, this month. */
  readonly now: string;
}

function Shell({ target, shown, now }: ShellProps) {
  const m = usePushWords();
  const all = useQuery(dueQuery(target.id)).data;
  const query = useInfiniteQuery(worklogsQuery(target.id, shown));
  const push = usePush(target.id);
  const [isPushing, setPushing] = useState(false);
  const show = ({ filter, month }: Shown) =>
    goTo(hashOf("manage", "target", target.id, "worklogs", filter, month ?? "all"), { replace: true });
  const open = () => {
    push.reset();
    setPushing(true);
  };
  const totals = query.data?.pages[0]?.totals;
  return (
    <>
      <WorklogFilters
        {...{ target, shown, now, onShow: show, onPush: open }}
        counts={totals === undefined ? null : countsOf(totals)}
      />
      <Answered query={query as UseQueryResult<InfiniteData<Worklogs>>} skeleton={[5, 5, 5]}>
        {({ pages }) => <Listed {...{ target, shown, pages }} more={query} />}
      </Answered>
      <Sheet isOpen={isPushing} title={m["push.nowTitle"]} onClose={() => setPushing(false)}>
        {all === undefined ? <Skeleton heights={[6]} /> : <PushForm {...{ target, push }} sums={sumsOf(all.totals)} />}
      </Sheet>
    </>
  );
}

interface ListedProps {
  readonly target: Target;
  readonly shown: Shown;
  readonly pages: readonly Worklogs[];
  readonly more: { readonly hasNextPage: boolean; readonly fetchNextPage: () => unknown };
}

function Listed({ target, shown, pages, more }: ListedProps) {
  const retry = useRetry(target.id);
  const sums = sumsOf(pages[0]?.totals ?? []);
  const acts = {
    ...{ target, isBusy: retry.isPending },
    onRetry: (key: string) => retry.mutate({ keys: [key] }),
  };
  return (
    <>
      {shown.filter === "held" && <ReasonCard target={target.id} waiting={sums.waiting} />}
      {shown.filter === "failed" && <RetryBar target={target.id} retry={retry} />}
      <WorklogList {...{ pages, shown, acts }} onMore={more.hasNextPage ? () => void more.fetchNextPage() : null} />
    </>
  );
}
