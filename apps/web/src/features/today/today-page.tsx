import { useTitle } from "../../title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

export function TodayPage(_: { rest: readonly string[] }) {
  useTitle("today");
  return <Skeleton heights={[3, 12]} />;
}
