import type { WorkDate } from "@today/core/time/date";
import { daysBetween } from "@today/core/time/date";
import { useState } from "react";
import { hoursOf } from "../../hour-sums.ts";
import { thousands } from "../../money.ts";
import { useWidth } from "../../ui/width.ts";
import { type BurnDown, type BurnPoint, plannedLeft, pointNear } from "./burn-down.ts";
import { type BurnDrawing, drawBurn } from "./burn-drawing.ts";
import { dayText } from "./forecast-words.ts";
import { useWords, type Words } from "./project-words.ts";

interface BurnChartProps {
  readonly burn: BurnDown;
  readonly today: WorkDate;
}

/** What was left when, against the plan, and where it goes; a finger or the arrow keys tell the numbers of a day. */
export function BurnChart({ burn, today }: BurnChartProps) {
  const m = useWords();
  const [box, width] = useWidth(320);
  const [days, setDays] = useState<number | null>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const room = { width, height: 13.5 * rem, left: 2.75 * rem, top: 1.5 * rem, bottom: 1.5 * rem };
  const drawing = drawBurn(burn, room);
  const read = days === null ? undefined : pointNear(burn, days);
  return (
    <>
      <div ref={box} className="report-chart">
        <svg width={width} height={room.height} role="img" aria-label={summary(m, burn, today)}>
          <Grid m={m} drawing={drawing} room={room} />
          <Lines drawing={drawing} />
          <Marks m={m} burn={burn} today={today} drawing={drawing} read={read} />
        </svg>
        <input
          type="range"
          className="report-reader"
          style={{ left: room.left }}
          aria-label={m["report.pickDay"]}
          aria-valuetext={readText(m, burn, read ?? lastOf(burn), today)}
          min={0}
          max={daysBetween(burn.first, burn.last)}
          value={days ?? daysBetween(burn.first, lastOf(burn).date)}
          onChange={(e) => setDays(Number(e.target.value))}
        />
      </div>
      <p className="report-read td-small" aria-hidden="true">
        {readText(m, burn, read ?? lastOf(burn), today)}
      </p>
      <Legend burn={burn} today={today} />
    </>
  );
}

function Grid({
  m,
  drawing,
  room,
}: {
  m: Words;
  drawing: BurnDrawing;
  room: { width: number; height: number; left: number };
}) {
  return (
    <g className="report-grid">
      {drawing.levels.map(({ hours, y }) => (
        <g key={hours} data-zero={hours === 0 || undefined}>
          <path d={`M${room.left} ${y}H${room.width}`} />
          <text x={room.left - 6} y={y} dominantBaseline="central" textAnchor="end">
            {shortHours(hours)}
          </text>
        </g>
      ))}
      {drawing.months.map(({ date, x }) => (
        <text key={date} x={x} y={room.height - 4} textAnchor="start">
          {m["report.month"](Number(date.slice(5, 7)))}
        </text>
      ))}
    </g>
  );
}

function Lines({ drawing: { area, plan, band, forecast, line } }: { drawing: BurnDrawing }) {
  return (
    <g>
      <path className="report-area" d={area} />
      {plan && <path className="report-plan" d={plan} />}
      {band && <path className="report-band" d={band} />}
      {forecast && <path className="report-forecast" d={forecast} />}
      <path className="report-left" d={line} />
    </g>
  );
}

const closest = 44;

interface MarksProps extends BurnChartProps {
  readonly m: Words;
  readonly drawing: BurnDrawing;
  readonly read: BurnPoint | undefined;
}

function Marks({ m, burn, today, drawing, read }: MarksProps) {
  const now = lastOf(burn);
  const isLate = drawing.today.x > (drawing.placeOf(burn.last, 0).x + drawing.placeOf(burn.first, 0).x) / 2;
  const isFar = drawing.end !== null && drawing.end.x > 0.85 * drawing.placeOf(burn.last, 0).x;
  // Their labels would lie on each other; the sentence above says the day as well.
  const isClose = drawing.end !== null && drawing.end.y - drawing.today.y < closest;
  const spot = read && drawing.placeOf(read.date, read.left);
  const text = now.left < 0 ? m["report.todayOver"](hoursOf(-now.left)) : m["report.todayLeft"](hoursOf(now.left));
  return (
    <g>
      {drawing.end && burn.ends && (
        <>
          <circle className="report-end" cx={drawing.end.x} cy={drawing.end.y} r={6} />
          <text
            className="report-end-text"
            x={drawing.end.x}
            y={drawing.end.y}
            dx="0.25em"
            dy={isFar ? "-1.6em" : "-0.7em"}
            textAnchor={isFar ? "end" : "start"}
          >
            {isClose ? "" : dayText(burn.ends.on, today)}
          </text>
        </>
      )}
      <circle className="report-today" cx={drawing.today.x} cy={drawing.today.y} r={7} />
      <text
        className="report-today-text"
        x={drawing.today.x}
        y={drawing.today.y}
        dx={isLate ? "-0.9em" : "0.9em"}
        dy={isLate ? "1.3em" : "-0.6em"}
        textAnchor={isLate ? "end" : "start"}
      >
        {text}
      </text>
      {spot && read !== now && <circle className="report-spot" cx={spot.x} cy={spot.y} r={5} />}
    </g>
  );
}

function Legend({ burn, today }: BurnChartProps) {
  const m = useWords();
  return (
    <ul className="report-keys td-small td-second" aria-hidden="true">
      <li data-key="left">{m["report.burnLeft"]}</li>
      {plannedLeft(burn, burn.first) !== null && <li data-key="plan">{m["report.burnPlan"]}</li>}
      {burn.ends && <li data-key="forecast">{m["report.burnForecast"](spanText(burn.ends, today))}</li>}
    </ul>
  );
}

/** `8/31 剩 14,866h，计划剩 15,000h`. */
function readText(m: Words, burn: BurnDown, { date, left }: BurnPoint, today: WorkDate): string {
  const plan = plannedLeft(burn, date);
  const parts = [
    m[left < 0 ? "report.dayOver" : "report.dayLeft"](dayText(date, today), hoursOf(Math.abs(left))),
    ...(plan === null ? [] : [m["report.dayPlan"](hoursOf(plan))]),
  ];
  return parts.join(m.lang === "zh" ? "，" : ", ");
}

/** `11/14–12/2`, or one day. */
function spanText({ earliest, latest }: NonNullable<BurnDown["ends"]>, today: WorkDate): string {
  const days = [earliest, latest].map((date) => dayText(date, today));
  return [...new Set(days)].join("–");
}

function summary(m: Words, burn: BurnDown, today: WorkDate): string {
  return `${m["report.burn"]}: ${readText(m, burn, lastOf(burn), today)}`;
}

function lastOf({ points, first, budget }: BurnDown): BurnPoint {
  return points[points.length - 1] ?? { date: first, left: budget };
}

/** `20k` of 20,000 hours, `500`. */
function shortHours(hours: number): string {
  return hours >= 1000 ? `${hours / 1000}k` : thousands(hours);
}
