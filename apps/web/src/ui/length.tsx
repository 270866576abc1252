import type { Minutes } from "@today/core/time/minutes";
import { duration, longDuration } from "../format.ts";
import { useMessage } from "../message.ts";

/** `8h05` for the eye, `8 小时 05 分` for the ear. */
export function Length({ minutes }: { minutes: Minutes }) {
  const m = useMessage();
  return (
    <>
      <span aria-hidden="true">{duration(minutes)}</span>
      <span className="td-hidden">{longDuration(minutes, m.lang)}</span>
    </>
  );
}
