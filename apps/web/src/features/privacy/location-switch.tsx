import type { PrivacyNotice } from "../../api.ts";
import { answerNotice, useAnswerOnTheWay } from "../../noticing.ts";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import { Switch } from "../../ui/switch.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useUndoable } from "../../undoable.ts";
import { useWords } from "./words.ts";

/** Whether the place of my punches is kept, to be changed at any time; what was cleared does not come back with it. */
export function LocationSwitch({ notice }: { notice: PrivacyNotice }) {
  const m = useWords();
  const entry = useAnswerOnTheWay();
  const { last, tell, forget } = useUndoable();
  const isOn = entry === null || entry.state === "refused" ? notice.isLocated : entry.item.location;
  const isFixed = isOn && !notice.mayDecline;
  const change = (location: boolean) => {
    answerNotice(notice, location);
    tell(m[location ? "privacy.location.allowed" : "privacy.location.withdrawn"], () =>
      answerNotice(notice, !location),
    );
  };
  return (
    <section className="td-card" aria-labelledby="privacy-location">
      <div className="privacy-location">
        <h2 id="privacy-location" className="privacy-title">
          {m["privacy.location"]}
        </h2>
        <Switch
          isOn={isOn}
          labelledBy="privacy-location"
          describedBy="privacy-location-why"
          disabled={isFixed}
          onChange={change}
        >
          {m[isOn ? "privacy.location.on" : "privacy.location.off"]}
        </Switch>
      </div>
      <p id="privacy-location-why" className="td-small td-second">
        {m[isFixed ? "privacy.location.fixed" : isOn ? "privacy.location.onWhy" : "privacy.location.offWhy"]}
      </p>
      {entry && entry.state !== "saved" && <SaveState of={savingOf(entry.state)} />}
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </section>
  );
}

function savingOf(state: "sending" | "waiting" | "refused"): Saving {
  return { state: state === "refused" ? "failed" : state === "sending" ? "saving" : "waiting" };
}
