import { Button } from "../../../ui/button.tsx";
import { movedPosition, type Position, type PositionEntry } from "./position-draft.ts";
import type { PositionActs } from "./queries.ts";
import { nameIn } from "./title-text.ts";
import { useWords } from "./words.ts";

interface PlaceButtonsProps {
  readonly position: PositionEntry;
  readonly table: readonly Position[];
  readonly acts: PositionActs;
  readonly isHeld: boolean;
}

/** The place of a position among those that are tried, and the ways up and down. */
export function PlaceButtons({ position, table, acts, isHeld }: PlaceButtonsProps) {
  const m = useWords();
  const at = table.findIndex(({ code }) => code === position.code);
  const move = (step: -1 | 1) =>
    acts.act({
      table: movedPosition(table, position.code, step),
      text: m["position.moved"](nameIn(m, position), at + step + 1),
    });
  return (
    <div className="td-row">
      <span>
        <span className="positions-code">{position.code}</span>{" "}
        <span className="td-small td-second">{m["position.place"](at + 1, table.length)}</span>
      </span>
      <span className="positions-moves">
        <Button disabled={isHeld || at === 0} onClick={() => move(-1)}>
          {m["position.up"]}
        </Button>
        <Button disabled={isHeld || at === table.length - 1} onClick={() => move(1)}>
          {m["position.down"]}
        </Button>
      </span>
    </div>
  );
}
