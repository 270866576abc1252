import { useQuery } from "@tanstack/react-query";
import type { PeriodDetail, Session } from "../../../api.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Adjustments } from "./adjustments.tsx";
import { Exports } from "./exports.tsx";
import { Figures } from "./figures.tsx";
import { People } from "./people.tsx";
import { sheetQuery } from "./queries.ts";
import "./sheet.css";

interface SheetProps {
  readonly answer: PeriodDetail;
  readonly me: Session["person"];
}

/** 汇总: what the period comes to, everybody's part of it, what was booked late, and files to take away. */
export function SheetView({ answer, me }: SheetProps) {
  const query = useQuery(sheetQuery(answer.period.id));
  const mayTake = me.roles.includes("hr") || me.roles.includes("finance");
  return (
    <div className="period-summary">
      <Figures answer={answer} />
      <Answered query={query} skeleton={[4, 3, 3, 3]}>
        {(sheet) => <Adjustments sheet={sheet} />}
      </Answered>
      {mayTake && <Exports period={answer.period} />}
      <Answered query={query} skeleton={[]}>
        {(sheet) => <People rows={sheet.rows} />}
      </Answered>
    </div>
  );
}
