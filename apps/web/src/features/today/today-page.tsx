import { problemSentence, useMessage } from "../../message.ts";
import { useTitle } from "../../title.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useToday } from "./queries.ts";
import { TodayScreen } from "./today-screen.tsx";

/** 今天: what was punched, for which project, and what is still open. */
export function TodayPage() {
  const m = useMessage();
  useTitle(m["today.title"]);
  const request = useToday();
  if (request.data !== undefined) return <TodayScreen today={request.data} request={request} />;
  if (request.error === null) return <Skeleton heights={[1.25, 3, 3.5, 13]} />;
  const again = <Button onClick={() => void request.refetch()}>{m["shell.retry"]}</Button>;
  return <EmptyState action={again}>{problemSentence(m, request.error)}</EmptyState>;
}
