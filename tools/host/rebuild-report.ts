/** A rebuild as the database keeps it. */
export interface RebuildRow {
  readonly id: string;
  readonly writes: number;
  readonly state: "running" | "done";
  readonly expected: number;
  readonly counts: string;
  readonly sumsBefore: string;
  readonly sumsAfter: string;
}

/** A day that came out differently, as the database keeps it. */
export interface RebuiltDayRow {
  readonly personId: string;
  readonly date: string;
  readonly closed: number;
  readonly fields: string;
  readonly before: string | null;
  readonly after: string;
}

type Counts = Readonly<
  Partial<Record<"compared" | "different" | "closed" | "running" | "waiting" | "unknown", number>>
>;
type Figures = Readonly<Record<string, unknown>>;

const number = new Intl.NumberFormat("en-GB");

/** How many days a rebuild has looked at and how many differ. */
export function countsOf({ counts }: RebuildRow): Counts {
  return JSON.parse(counts);
}

/** "1,500 of about 6,000 days" */
export function progressOf(row: RebuildRow): string {
  const { compared = 0, running = 0, waiting = 0 } = countsOf(row);
  return `${number.format(compared + running + waiting)} of about ${number.format(row.expected)} days`;
}

/** What a finished rebuild has found: counts, sums of both sides, and the first of the days that differ, by their numbers in DingTalk. */
export function rebuildLines(row: RebuildRow, days: readonly RebuiltDayRow[]): string[] {
  const { compared = 0, different = 0, closed = 0, running = 0, waiting = 0, unknown = 0 } = countsOf(row);
  const of = (count: number, what: string) => (count > 0 ? [`${number.format(count)} ${what}`] : []);
  const others = [
    ...of(running, "still go on"),
    ...of(waiting, "wait to be settled anyway"),
    ...of(unknown, "are of years without a calendar"),
  ];
  const rest = others.length > 0 ? `; ${others.join(", ")}` : "";
  const ofClosed = closed > 0 ? `, ${number.format(closed)} of them in closed periods, where nothing is written` : "";
  return [
    `${number.format(compared)} days compared, ${number.format(different)} differ${ofClosed}${rest}`,
    ...sumLines(row),
    ...days.map(dayLine),
    ...(different > days.length ? [`  … and ${number.format(different - days.length)} more`] : []),
  ];
}

function sumLines({ sumsBefore, sumsAfter }: RebuildRow): string[] {
  const before = JSON.parse(sumsBefore) as Record<string, number>;
  const after = JSON.parse(sumsAfter) as Record<string, number>;
  const line = (name: string, a: string, b: string) => `  ${name.padEnd(18)}${a.padStart(14)}${b.padStart(14)}`;
  const lines = Object.keys(after).map((name) =>
    line(name, hours(before[name] ?? 0), `${hours(after[name] ?? 0)}${before[name] === after[name] ? "  " : " *"}`),
  );
  return lines.length === 0 ? [] : [line("", "before", "after  "), ...lines];
}

/** Minutes as hours: "45,120:30". */
function hours(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "-" : "";
  return `${sign}${number.format(Math.floor(size / 60))}:${String(size % 60).padStart(2, "0")}`;
}

function dayLine({ personId, date, closed, fields, before, after }: RebuiltDayRow): string {
  const was = (before === null ? {} : JSON.parse(before)) as Figures;
  const now = JSON.parse(after) as Figures;
  const told = (JSON.parse(fields) as string[]).map((field) => {
    const [from, to] = [was[field], now[field]];
    return typeof to === "number" && from !== to ? `${field} ${from ?? 0} → ${to}` : field;
  });
  return `  ${date} ${personId}${closed === 1 ? " (closed)" : ""}: ${told.join(", ")}`;
}
