import { useState } from "react";
import type { Positions } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { MutationState } from "../mutation-state.tsx";
import { type Pane, Panes } from "../pane.tsx";
import type { PositionEntry } from "./position-draft.ts";
import { PositionForm } from "./position-form.tsx";
import { PositionRow } from "./position-row.tsx";
import { type PositionActs, usePositionActs } from "./queries.ts";
import { TitleChoice } from "./title-choice.tsx";
import { nameIn } from "./title-text.ts";
import { UnmatchedCard } from "./unmatched-card.tsx";
import { useWords, type Words, whyNot } from "./words.ts";

type Opened = { readonly title: string } | { readonly code: string | null };

/** The job titles that are no position, and the positions in order; either opens to be changed. */
export function PositionsTable({ held }: { held: Positions }) {
  const m = useWords();
  const acts = usePositionActs(held);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <Panes pane={opened && paneOf(m, opened, { held, acts, onDone: close })} idle={m["position.idle"]} onClose={close}>
      <div className="td-body positions">
        <MutationState {...acts.change} why={(error) => whyNot(m, error)} />
        <UnmatchedCard titles={held.unmatched} onPut={(title) => setOpened({ title })} />
        <Table
          held={held}
          acts={acts}
          chosen={opened !== null && "code" in opened ? opened.code : null}
          onOpen={(code) => setOpened({ code })}
        />
        {acts.last && <UndoBar key={acts.last.turn} {...acts.last} onUndo={acts.last.undo} onGone={acts.forget} />}
      </div>
    </Panes>
  );
}

interface PaneParts {
  readonly held: Positions;
  readonly acts: PositionActs;
  readonly onDone: () => void;
}

function paneOf(m: Words, opened: Opened, parts: PaneParts): Pane {
  if ("title" in opened) {
    const { title } = opened;
    return { title: m["position.putWhich"](title), body: <TitleChoice key={title} title={title} {...parts} /> };
  }
  const position = parts.held.positions.find(({ code }) => code === opened.code) ?? null;
  return {
    title: position === null ? m["position.add"] : nameIn(m, position),
    body: <PositionForm key={`${opened.code}${parts.held.version}`} position={position} {...parts} />,
  };
}

interface TableProps {
  readonly held: Positions;
  readonly acts: PositionActs;
  readonly chosen: string | null;
  readonly onOpen: (code: string | null) => void;
}

const fewPositions = 12;

function Table({ held, acts, chosen, onOpen }: TableProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [typed, setTyped] = useState("");
  const shown = held.positions.filter((position) => holdsText(position, typed));
  const isHeld = !isOnline || acts.change.isPending;
  return (
    <>
      <div className="td-row">
        <h2 className="positions-title">{m["position.table"]}</h2>
        <span className="td-small td-second">{m[held.version === 0 ? "position.standard" : "position.own"]}</span>
      </div>
      {held.positions.length > fewPositions && (
        <div className="people-search">
          <SearchField label={m["position.find"]} value={typed} onChange={setTyped} />
        </div>
      )}
      {shown.length === 0 && <p className="td-small td-second">{m["position.noneFound"]}</p>}
      <ol className="td-card people-list">
        {shown.map((position) => (
          <PositionRow
            key={position.code}
            position={position}
            isOpen={position.code === chosen}
            onOpen={() => onOpen(position.code)}
          />
        ))}
      </ol>
      {!isOnline && <p className="td-small form-fault">{m["position.offline"]}</p>}
      <Button block kind="tint" icon="plus" disabled={isHeld} onClick={() => onOpen(null)}>
        {m["position.add"]}
      </Button>
      {held.version > 0 && (
        <Button
          block
          kind="quiet"
          disabled={isHeld}
          onClick={() => acts.act({ table: [], text: m["position.isReset"] })}
        >
          {m["position.reset"]}
        </Button>
      )}
    </>
  );
}

function holdsText({ code, nameZh, nameEn, patterns }: PositionEntry, typed: string): boolean {
  const asked = typed.trim().toLowerCase();
  return [code, nameZh, nameEn, ...patterns].some((text) => text.toLowerCase().includes(asked));
}
