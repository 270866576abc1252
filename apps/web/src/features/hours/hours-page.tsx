import { useTitle } from "../../title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

export function HoursPage(_: { rest: readonly string[] }) {
  useTitle("hours");
  return <Skeleton heights={[3, 12]} />;
}
