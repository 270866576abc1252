import type { Interval } from "@today/core/time/interval";
import type { CSSProperties, MouseEvent } from "react";
import type { ProjectBrief } from "../../api.ts";
import { duration, longDuration } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { depthOf, type Frame, type Piece } from "./column-layout.ts";
import type { Part } from "./split.ts";
import { nameOf, timesText, useWords, type Words } from "./words.ts";
import "./part-block.css";

interface PartBlockProps {
  readonly part: Part;
  readonly pieces: readonly Piece[];
  readonly frame: Frame;
  readonly project: ProjectBrief | undefined;
  readonly isStriped: boolean;
  /** Its minutes so far and, for what is still to come, all of them. */
  readonly minutes: number;
  /** Opens the part's menu; the event tells where it was touched. Null where nothing may be changed. */
  readonly onOpen: ((event: MouseEvent) => void) | null;
}

/** A part as full-width blocks, one for each stretch; the longest carries name, length and times. */
export function PartBlock({ part, pieces, frame, project, isStriped, minutes, onOpen }: PartBlockProps) {
  const m = useWords();
  const name = nameOf(m, project);
  const ahead = pieces.find(({ isAhead }) => isAhead);
  return pieces.map((piece, index) => (
    <button
      key={index}
      type="button"
      className="td-block"
      style={{ ...placeOf(piece, frame), ...(project ? slotStyle(project.color) : {}) }}
      data-look={piece.isAhead ? "ahead" : project ? "counted" : "unassigned"}
      data-striped={isStriped || undefined}
      data-size={piece.size}
      data-narrow={frame.isNarrow || undefined}
      data-under={piece.isUnderBorder || undefined}
      data-over={piece.isOverBorder || undefined}
      disabled={onOpen === null}
      onClick={onOpen ?? undefined}
      {...(piece.isLabelled ? {} : { "aria-hidden": true, tabIndex: -1 })}
    >
      {piece.isLabelled ? (
        <>
          <BlockWords m={m} {...{ piece, pieces, project, minutes }} isOpenable={onOpen !== null} />
          <span className="td-hidden">{m["split.partMenu"](name, longDuration(minutes, m.lang))}</span>
        </>
      ) : (
        piece === ahead && piece.size !== "bare" && part.project !== null && <span>{m["split.then"](name)}</span>
      )}
    </button>
  ));
}

interface BlockWordsProps {
  readonly m: Words;
  readonly piece: Piece;
  readonly pieces: readonly Piece[];
  readonly project: ProjectBrief | undefined;
  readonly minutes: number;
  readonly isOpenable: boolean;
}

function BlockWords({ m, piece, pieces, project, minutes, isOpenable }: BlockWordsProps) {
  if (piece.size === "bare") return null;
  const isRow = piece.size === "row";
  const name = isRow && project ? project.mark : nameOf(m, project);
  const length = duration(minutes);
  return (
    <>
      <span className="td-block-head" aria-hidden="true">
        <span className="td-block-name">
          {name}
          {isOpenable && <Icon name="down" size="1.125rem" />}
        </span>
        <span className="td-block-length">
          {pieces.every(({ isAhead }) => isAhead) ? m["split.planned"](length) : length}
        </span>
      </span>
      {piece.size === "full" && <span className="td-block-times">{timesOf(m, pieces)}</span>}
      {!project && !isRow && isOpenable && (
        <span className="td-block-choose" aria-hidden="true">
          {m["split.choose"]}
        </span>
      )}
    </>
  );
}

function timesOf(m: Words, pieces: readonly Piece[]): string {
  const joined: Interval[] = [];
  for (const { start, end } of pieces) {
    const last = joined[joined.length - 1];
    if (last !== undefined && last.end === start) joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  const past = pieces.filter(({ isAhead }) => !isAhead);
  const isCutByNow = past.length > 0 && past.length < pieces.length;
  if (!isCutByNow) return timesText(m, joined, false);
  return timesText(m, past, true);
}

function placeOf({ start, end }: Interval, frame: Frame): CSSProperties {
  return { top: `${depthOf(frame, start)}rem`, height: `${(end - start) * frame.scale}rem` };
}
