import type { Pick, SplitPart } from "./allocation.ts";
import { Malformed, Reader } from "./golden-reader.ts";
import { defaultPolicy, type Policy } from "./policy.ts";
import type { Punch } from "./punch.ts";
import { makeShift, type Shift } from "./shift.ts";
import type { Site } from "./site.ts";
import { checkSplitPart } from "./split.ts";
import { type Interval, makeInterval } from "./time/interval.ts";
import { isZone } from "./time/zone.ts";
import type { DayFacts, Workday } from "./workday.ts";

/** A settled day as golden files spell it: a workday without its date. */
export type GoldenDay = Omit<Workday, "date">;

/** One example of the rules: facts, and what they must come to. */
interface GoldenCase {
  readonly name: string;
  readonly facts: DayFacts;
  /** As the file has it; undefined when it says nothing. */
  readonly expect: unknown;
}

/** The cases of a golden file, or one line that says where it is malformed: `[3].given.punches[0].at: not an instant with offset`. */
export type GoldenFile =
  | { readonly ok: true; readonly cases: readonly GoldenCase[] }
  | { readonly ok: false; readonly message: string };

/** Reads the text of a golden file. Optional fields may be missing or null; unknown ones are left alone. */
export function readGolden(text: string): GoldenFile {
  try {
    return { ok: true, cases: new Reader(parseJson(text), "").items().map(readCase) };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, message: error.message };
    throw error;
  }
}

/** The part of a settled day that golden files compare, keys in their order. */
export function goldenDay(day: Workday): GoldenDay {
  return {
    planned: day.planned,
    attended: day.attended,
    overtimeAttended: day.overtimeAttended,
    overtimeApproved: day.overtimeApproved,
    counted: day.counted,
    leave: day.leave,
    unassigned: day.unassigned,
    status: day.status,
    warnings: day.warnings,
    allocations: day.allocations,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed("file: not JSON");
  }
}

function readCase(at: Reader): GoldenCase {
  return { name: at.get("name").text(), facts: readFacts(at.get("given")), expect: at.get("expect").value };
}

function readFacts(given: Reader): DayFacts {
  const shift = given.get("shift");
  return {
    date: given.get("date").date(),
    now: given.get("now").instant(),
    dayKind: given.get("dayKind").oneOf(["workday", "rest", "statutory", "swapped-workday", "in-lieu-rest"]),
    shift: shift.value === null ? null : readShift(shift),
    punches: given.get("punches").list().map(readPunch),
    leaves: given.get("leaves").list().map(readSpan),
    trips: given.get("trips").list().map(readSpan),
    overtime: given.get("overtime").list().map(readSpan),
    picks: given.get("picks").list().map(readPick),
    split: given.get("split").list().map(readPart),
    sites: given.get("sites").list().map(readSite),
    defaultProject: given.get("defaultProject").maybe((at) => at.text()),
    policy: readPolicy(given.get("policy")),
  };
}

function readShift(at: Reader): Shift {
  const section = (one: Reader) => readInterval(one, "start", "end");
  return at.accepted(makeShift(at.get("sections").items().map(section), at.get("breaks").list().map(section)));
}

function readSpan(at: Reader): Interval {
  return readInterval(at, "from", "to");
}

function readInterval(at: Reader, first: string, last: string): Interval {
  return at.accepted(makeInterval(at.get(first).clock(), at.get(last).clock()));
}

// The format has no time of arrival: the order of the file stands for it.
function readPunch(at: Reader, index: number): Punch {
  const text = (key: string) => at.get(key).maybe((one) => one.text());
  const number = (key: string) => at.get(key).maybe((one) => one.number());
  return {
    id: text("id") ?? `punch-${index}`,
    at: at.get("at").instant(),
    arrivedAt: index,
    type: at.get("type").oneOf(["on", "off"]),
    valid: at.get("valid").maybe((one) => one.flag()) ?? true,
    lat: number("lat"),
    lng: number("lng"),
    accuracy: number("accuracy"),
    ssid: text("ssid"),
    bssid: text("bssid"),
    machine: text("machine"),
    result: at.get("result").maybe((one) => one.oneOf(["Normal", "Late", "SeriousLate", "Absenteeism", "Early"])),
  };
}

function readPick(at: Reader, index: number): Pick {
  return {
    id: at.get("id").maybe((one) => one.text()) ?? `pick-${String(index).padStart(6, "0")}`,
    project: at.get("project").text(),
    task: at.get("task").maybe((one) => one.text()),
    from: at.get("from").maybe((one) => one.clock()),
    madeAt: at.get("at").instant(),
  };
}

function readPart(at: Reader): SplitPart {
  const part = {
    project: at.get("project").text(),
    task: at.get("task").maybe((one) => one.text()),
    minutes: at.get("minutes").whole(),
  };
  return at.accepted(checkSplitPart(part));
}

function readSite(at: Reader, index: number): Site {
  return {
    id: at.get("id").maybe((one) => one.text()) ?? `site-${String(index).padStart(6, "0")}`,
    project: at.get("project").text(),
    lat: at.get("lat").maybe((one) => one.number()),
    lng: at.get("lng").maybe((one) => one.number()),
    radius: at.get("radius").number(),
    ssids: [...texts(at.get("ssids")), ...texts(at.get("bssids"))],
    machines: texts(at.get("machines")),
  };
}

function texts(at: Reader): string[] {
  return at.list().map((one) => one.text());
}

function readPolicy(at: Reader): Policy {
  if (at.value === undefined || at.value === null) return defaultPolicy;
  const zone = at.get("zone");
  const policy: Policy = {
    overtime: at.get("overtime").maybe((one) => one.oneOf(["approved", "all", "none"])) ?? defaultPolicy.overtime,
    breaks: at.get("breaks").maybe(readBreaks) ?? defaultPolicy.breaks,
    zone: zone.maybe((one) => one.text()) ?? defaultPolicy.zone,
    longDay: at.get("longDay").maybe((one) => one.whole()) ?? defaultPolicy.longDay,
  };
  return isZone(policy.zone) ? policy : zone.fail("not an IANA zone");
}

function readBreaks(at: Reader): Policy["breaks"] {
  const rule = at.get("rule").oneOf(["shift", "length"]);
  if (rule === "shift") return { rule };
  return { rule, after: at.get("after").whole(), minutes: at.get("minutes").whole() };
}
