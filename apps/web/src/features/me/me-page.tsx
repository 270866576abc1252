import { useTitle } from "../../title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

export function MePage(_: { rest: readonly string[] }) {
  useTitle("me");
  return <Skeleton heights={[3, 12]} />;
}
