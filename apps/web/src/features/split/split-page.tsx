import { useTitle } from "../../title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

export function SplitPage(_: { rest: readonly string[] }) {
  useTitle("split");
  return <Skeleton heights={[3, 12]} />;
}
