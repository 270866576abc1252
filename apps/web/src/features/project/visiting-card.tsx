import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Project, Visiting } from "../../api.ts";
import { visitApi } from "../../api-visit.ts";
import { shortDate } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { useOnline } from "../../online.ts";
import { Answered } from "../../ui/answered.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { Switch } from "../../ui/switch.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useUndoable } from "../../undoable.ts";
import { useVisitWords, visitingQuery } from "../../visits.ts";

/** Whether a project takes its people's check-ins: what is kept, for what, and the switch for those who may say. */
export function VisitingCard({ project }: { project: Project }) {
  const query = useQuery(visitingQuery(project.id));
  return (
    <Answered query={query} skeleton={[7]}>
      {(visiting) => <Card project={project} visiting={visiting} />}
    </Answered>
  );
}

function Card({ project, visiting: { on, since } }: { project: Project; visiting: Visiting }) {
  const m = useVisitWords();
  const isOnline = useOnline();
  const change = useSwitching(project.id);
  const { last, tell, forget } = useUndoable();
  const isOn = change.isPending ? change.variables : on;
  const set = (next: boolean) =>
    change.mutate(next, {
      onSuccess: () =>
        tell(m[next ? "visit.switchedOn" : "visit.switchedOff"], () => {
          change.mutate(!next);
        }),
    });
  const why = since !== null && isOn ? m["visit.onWhy"](dayAndTime(since)) : m["visit.offWhy"];
  const note = project.editable ? (isOnline ? null : m["visit.offline"]) : m["visit.mayNot"];
  return (
    <section className="td-card visiting" aria-labelledby="visiting">
      <div className="td-row">
        <h2 id="visiting" className="visiting-title">
          {m["visit.take"]}
        </h2>
        <Switch
          isOn={isOn}
          labelledBy="visiting"
          describedBy="visiting-why"
          disabled={!project.editable || !isOnline || change.isPending}
          onChange={set}
        >
          {m[isOn ? "visit.on" : "visit.off"]}
        </Switch>
      </div>
      <p id="visiting-why" className="td-small td-second">
        {why} {m["visit.use"]}
      </p>
      {note && <p className="td-small td-weak">{note}</p>}
      {change.isPending && <SaveState of={{ state: "saving" }} />}
      {change.error && <SaveState of={{ state: "failed", why: problemSentence(m, change.error) }} />}
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </section>
  );
}

function useSwitching(project: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => visitApi.setVisiting(project, on),
    onSuccess: (visiting) => client.setQueryData(visitingQuery(project).queryKey, visiting),
  });
}

function dayAndTime(instant: string): string {
  return `${shortDate(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}
