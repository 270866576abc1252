import type { Minutes } from "@today/core/time/minutes";
import { openLink } from "../../dingtalk.ts";
import { clockTime, longDuration } from "../../format.ts";
import { type Message, useMessage } from "../../message.ts";
import { useSettings } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { Verdict } from "../../ui/verdict.tsx";
import { type Day, firstPickWaits } from "./day.ts";
import { savingOf } from "./saving.ts";

/** The number of the page: the first punch while there is a question, else what is counted. */
export function Hero({ day }: { day: Day }) {
  const m = useMessage();
  const { mode, workday, firstOn } = day.view;
  if (mode === "rest") return null;
  if (mode === "leave") return <p className="td-figure td-today-words">{m["today.onLeave"]}</p>;
  const isPunchFirst = mode === "ask" || mode === "no-project" || (mode === "chosen" && firstPickWaits(day));
  if (firstOn === null && workday.counted === 0) return <NoPunch />;
  return isPunchFirst && firstOn !== null ? <PunchTime day={day} /> : <Counted day={day} />;
}

function PunchTime({ day: { view } }: { day: Day }) {
  const m = useMessage();
  if (view.firstOn === null) return null;
  const { verdicts, minute } = view.firstOn;
  const verdict =
    verdicts.find(({ project }) => project === view.project) ??
    verdicts.find(({ verdict }) => verdict === "inside") ??
    verdicts[0];
  return (
    <div className="td-row">
      <p className="td-today-number">
        <span className="td-hero">{clockTime(minute, m.lang)}</span>
        <span className="td-small td-second">{m["today.clockedIn"]}</span>
      </p>
      {verdict && <Verdict of={verdict} pill />}
    </div>
  );
}

function Counted({ day }: { day: Day }) {
  const m = useMessage();
  const { view, today } = day;
  const saving = savingOf(m, day);
  const start = today.shift?.sections[0]?.start ?? null;
  const isEarly = view.workday.counted === 0 && start !== null && view.now < start;
  return (
    <div>
      <p className="td-small td-second">{view.mode === "finished" ? m["today.finished"] : m["today.counted"]}</p>
      <div className="td-row">
        <p className="td-today-number">
          <BigLength minutes={view.workday.counted} />
          {isEarly && <span className="td-small td-second">{m["today.startsAt"](clockTime(start, m.lang))}</span>}
        </p>
        {saving && <SaveState of={saving} />}
      </div>
    </div>
  );
}

function NoPunch() {
  const m = useMessage();
  const settings = useSettings();
  return (
    <div className="td-row td-today-nopunch">
      <p>
        <span className="td-figure">{m["today.noPunchHero"]}</span>
        <span className="td-small td-second">{m["today.noPunch"]}</span>
      </p>
      {settings && (
        <Button kind="tint" onClick={() => void openLink(settings.punchUrl)}>
          {m["today.goPunch"]}
        </Button>
      )}
    </div>
  );
}

/** `5小时20分` with small units; read as one phrase. */
function BigLength({ minutes }: { minutes: Minutes }) {
  const m: Message = useMessage();
  return (
    <>
      <span className="td-today-length" aria-hidden="true">
        {longDuration(minutes, m.lang)
          .split(" ")
          .map((word) => (
            <span key={word} className={/\d/.test(word) ? "td-hero" : "td-today-unit"}>
              {word}
            </span>
          ))}
      </span>
      <span className="td-hidden">{longDuration(minutes, m.lang)}</span>
    </>
  );
}
