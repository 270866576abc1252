import type { Minutes } from "@today/core/time/minutes";
import { longDuration } from "../format.ts";
import { hoursOf, isLong } from "../hour-sums.ts";
import { useMessage } from "../message.ts";
import { thousands } from "../money.ts";

/** A sum of hours: `98h30` or `20,150h` for the eye, in words for the ear. `shown` where it was rounded together with others. */
export function Hours({ minutes, shown = hoursOf(minutes) }: { minutes: Minutes; shown?: string }) {
  const { lang } = useMessage();
  const whole = `${thousands(Math.round(minutes / 60))} ${lang === "zh" ? "小时" : "hours"}`;
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="td-hidden">{isLong(minutes) ? whole : longDuration(minutes, lang)}</span>
    </>
  );
}
