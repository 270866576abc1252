import { useState } from "react";
import type { CallSummary } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { useWidth } from "../../../ui/width.ts";
import { daysIn, type MonthDay } from "./month-days.ts";
import { useWords, type Words } from "./words.ts";

interface ChartProps {
  readonly summary: CallSummary;
  readonly days: readonly MonthDay[];
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** What was used until each day, against an even use of the month; a finger or the arrow keys tell a day. */
export function MonthChart({ summary, days }: ChartProps) {
  const m = useWords();
  const [box, width] = useWidth(320);
  const [chosen, setChosen] = useState<number | null>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const room: Room = { width, height: 9 * rem, left: 3 * rem, top: 0.75 * rem, bottom: 1.5 * rem };
  const last = days.at(-1);
  const read = days.find(({ day }) => day === chosen) ?? last;
  const { month, used, limit } = summary;
  const date = (day: number) => `${Number(month.slice(5))}/${day}`;
  const text = read && m["connection.dayRead"](date(read.day), thousands(read.used), thousands(read.sum));
  return (
    <>
      <div ref={box} className="connection-chart">
        <svg
          width={width}
          height={room.height}
          role="img"
          aria-label={m["connection.monthChart"](thousands(used), thousands(limit), date(last?.day ?? 1))}
        >
          <Picture summary={summary} days={days} room={room} read={read} />
        </svg>
        <input
          type="range"
          className="connection-reader"
          style={{ left: room.left }}
          aria-label={m["connection.pickDay"]}
          aria-valuetext={text}
          min={1}
          max={daysIn(month)}
          value={read?.day ?? 1}
          onChange={(e) => setChosen(Math.min(Number(e.target.value), last?.day ?? 1))}
        />
      </div>
      <p className="td-small connection-read" aria-hidden="true">
        {text}
      </p>
      <Keys m={m} elsewhere={summary.elsewhere} />
    </>
  );
}

function Picture({ summary, days, room, read }: ChartProps & { room: Room; read: MonthDay | undefined }) {
  const { left, top, bottom, width, height } = room;
  const all = daysIn(summary.month);
  const scale = Math.max(summary.limit, summary.used + (summary.elsewhere ?? 0));
  const x = (day: number) => left + ((day - 0.5) / all) * (width - left);
  const y = (calls: number) => height - bottom - (calls / scale) * (height - bottom - top);
  const line = days.map(({ day, sum }, n) => `${n === 0 ? "M" : "L"}${x(day)} ${y(sum)}`).join("");
  const [first, end] = [x(1), x(days.at(-1)?.day ?? 1)];
  return (
    <g className="connection-picture">
      {[0, summary.limit].map((calls) => (
        <g key={calls}>
          <path className="connection-level" d={`M${left} ${y(calls)}H${width}`} />
          <text x={left - 6} y={y(calls)} dominantBaseline="central" textAnchor="end">
            {thousands(calls)}
          </text>
        </g>
      ))}
      {[1, Math.round(all / 2), all].map((day) => (
        <text key={day} x={x(day)} y={height - 4} textAnchor={day === all ? "end" : "middle"}>
          {day}
        </text>
      ))}
      <path className="connection-even" d={`M${left} ${y(0)}L${width} ${y(summary.limit)}`} />
      <path className="connection-area" d={`${line}V${y(0)}H${first}Z`} />
      <path className="connection-line" d={line} />
      {summary.elsewhere !== null && (
        <rect
          className="connection-elsewhere"
          x={end - 6}
          width={12}
          y={y(summary.used + summary.elsewhere)}
          height={y(summary.used) - y(summary.used + summary.elsewhere)}
        />
      )}
      {read && <circle className="connection-spot" cx={x(read.day)} cy={y(read.sum)} r={5} />}
    </g>
  );
}

function Keys({ m, elsewhere }: { m: Words; elsewhere: number | null }) {
  return (
    <ul className="connection-keys td-small td-second" aria-hidden="true">
      <li data-key="used">{m["connection.key.used"]}</li>
      <li data-key="even">{m["connection.key.even"]}</li>
      {elsewhere !== null && <li data-key="elsewhere">{m["connection.key.elsewhere"]}</li>}
    </ul>
  );
}
