import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemSentence, useMessage } from "../message.ts";
import { ApiProblem, isOffline } from "../problem.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorLine } from "./error-line.tsx";
import { Skeleton } from "./skeleton.tsx";

interface AnsweredProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Heights of the grey shapes, in rem. */
  readonly skeleton: readonly number[];
  /** When the shown answer was given, an instant of the server's. */
  readonly asOf?: (data: Data) => string;
  readonly children: (data: Data) => ReactNode;
}

/** What a query has: its answer, under one line where a newer one could not be had; else a skeleton, or why there is nothing. */
export function Answered<Data>({ query, skeleton, asOf, children }: AnsweredProps<Data>) {
  const { data, error } = query;
  const retry = () => void query.refetch();
  if (error !== null && (data === undefined || isGone(error))) return <Nothing error={error} onRetry={retry} />;
  if (data === undefined) return <Skeleton heights={skeleton} />;
  return (
    <>
      {error && <Late error={error} asOf={asOf?.(data) ?? null} onRetry={retry} />}
      {children(data)}
    </>
  );
}

function Nothing({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const m = useMessage();
  if (isGone(error)) return <EmptyState>{m["shell.nothingHere"]}</EmptyState>;
  const text = isOffline(error) ? m["net.later"] : problemSentence(m, error);
  return <EmptyState action={<Button onClick={onRetry}>{m["shell.retry"]}</Button>}>{text}</EmptyState>;
}

function Late({ error, asOf, onRetry }: { error: Error; asOf: string | null; onRetry: () => void }) {
  const m = useMessage();
  const isOurs = error instanceof ApiProblem && error.status !== 0 && error.status < 500;
  const words = [problemSentence(m, error), ...(asOf === null ? [] : [m["net.asOf"](asOf.slice(11, 16))])];
  return (
    <ErrorLine tone={isOurs ? "failure" : "network"} icon={isOffline(error) ? "offline" : "alert"} onRetry={onRetry}>
      {words.join(m.lang === "zh" ? "，" : ", ")}
    </ErrorLine>
  );
}

// Whether it exists is not told: a thing one may not see looks like one that is not there.
function isGone(error: Error): boolean {
  return error instanceof ApiProblem && (error.status === 403 || error.status === 404);
}
