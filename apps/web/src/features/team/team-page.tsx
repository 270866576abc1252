import { useTitle } from "../../title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

export function TeamPage(_: { rest: readonly string[] }) {
  useTitle("team");
  return <Skeleton heights={[3, 12]} />;
}
