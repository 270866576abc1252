import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useOnline } from "../../../../online.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { UndoBar } from "../../../../ui/undo-bar.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { useLinkWords, whyNotLinked } from "../link-words.ts";
import { Ability } from "./pair-row.tsx";
import type { Pair, RemoteProject } from "./pairs.ts";
import { destinationsQuery } from "./queries.ts";
import { TaskSection } from "./task-section.tsx";
import { TheirSearch } from "./their-search.tsx";
import type { LinkActs, Place } from "./use-link-acts.ts";

interface PaneProps {
  readonly target: string;
  readonly pair: Pair;
  readonly acts: LinkActs;
}

/** One project of ours: where its hours go, on which task, and the ways to say it. */
export function PairPane({ target, pair, acts }: PaneProps) {
  const m = useLinkWords();
  const isOnline = useOnline();
  const isHeld = !isOnline || acts.change.isPending;
  return (
    <div className="form link-form">
      {pair.remote === null ? (
        <Choosing {...{ target, pair, acts, isHeld }} before={null} onChosen={null} />
      ) : (
        <Chosen {...{ target, pair, acts, isHeld }} remote={pair.remote} />
      )}
      <MutationState {...acts.change} why={(error) => whyNotLinked(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["link.offline"]}</p>}
      {acts.last && (
        <div className="manage-undo">
          <UndoBar key={acts.last.turn} {...acts.last} onUndo={acts.last.undo} onGone={acts.forget} />
        </div>
      )}
    </div>
  );
}

interface HeldProps extends PaneProps {
  readonly isHeld: boolean;
}

interface ChoosingProps extends HeldProps {
  readonly before: Place | null;
  /** What follows, where something else was shown before; null where there is no way back. */
  readonly onChosen: (() => void) | null;
}

function Choosing({ target, pair, acts, isHeld, before, onChosen }: ChoosingProps) {
  const m = useLinkWords();
  const choose = ({ id, name }: RemoteProject) => {
    const after = { remoteProject: id, remoteTask: null };
    acts.send(pair, { before, after, text: m["link.said"](pair.project.shortName, name) });
    onChosen?.();
  };
  return (
    <>
      {onChosen && (
        <Button block kind="quiet" onClick={onChosen}>
          {m["link.keep"]}
        </Button>
      )}
      <TheirSearch target={target} pair={pair} isHeld={isHeld} onChoose={choose} />
    </>
  );
}

function Chosen({ target, pair, acts, isHeld, remote }: HeldProps & { remote: RemoteProject }) {
  const m = useLinkWords();
  const [isChanging, setChanging] = useState(false);
  const query = useQuery(destinationsQuery(target, pair.project.id));
  const others = remote.projects.length - 1;
  return (
    <>
      <div className="link-held">
        <span className="td-small td-second">{m["link.goes"]}</span>
        <b>{remote.name}</b>
        {remote.code !== null && <span className="td-small td-second">{remote.code}</span>}
        <Ability remote={remote} />
        {others > 0 && <span className="td-small td-second">{m["link.also"](others)}</span>}
      </div>
      <Answered query={query} skeleton={[4, 3]}>
        {(all) => {
          const there = all.find(({ targetId }) => targetId === target);
          if (there === undefined) return null;
          const place = { remoteProject: remote.id, remoteTask: there.remoteTask };
          if (isChanging) {
            return <Choosing {...{ target, pair, acts, isHeld }} before={place} onChosen={() => setChanging(false)} />;
          }
          return (
            <>
              <TaskSection {...{ target, pair, acts, isHeld, remote, place }} title={there.taskTitle} />
              <Ways isHeld={isHeld} onChange={() => setChanging(true)} onRemove={() => acts.remove(pair, place)} />
            </>
          );
        }}
      </Answered>
    </>
  );
}

interface WaysProps {
  readonly isHeld: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function Ways({ isHeld, onChange, onRemove }: WaysProps) {
  const m = useLinkWords();
  return (
    <div className="link-ways">
      <Button block icon="swap" disabled={isHeld} onClick={onChange}>
        {m["link.change"]}
      </Button>
      <p className="td-small td-weak">{m["link.change.what"]}</p>
      <Button block kind="quiet" disabled={isHeld} onClick={onRemove}>
        {m["link.remove"]}
      </Button>
      <p className="td-small td-weak">{m["link.remove.what"]}</p>
    </div>
  );
}
