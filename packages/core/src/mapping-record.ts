import type { OvertimeKind, Place } from "./allocation.ts";
import type { MappingRecord } from "./mapping-source.ts";
import type { WorkDate } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";
import type { HoursPart } from "./worklog-hours.ts";
import { overtimeWord, placeWord } from "./worklog-note.ts";

/** A project as far as mappings name it. */
export interface MappedProject {
  readonly name: string;
  readonly shortName: string;
  readonly code: string;
  readonly mark: string;
}

/** Somebody as far as mappings name them; `position` is a code, `PM`. */
export interface MappedPerson {
  readonly name: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly position: string | null;
}

/** Hours before they are put into words. */
export interface MappedHours {
  readonly project: MappedProject;
  readonly person: MappedPerson;
  readonly date: WorkDate;
  /** Those that leave, rounded. */
  readonly minutes: Minutes;
  readonly parts: readonly HoursPart[];
  readonly taskTitle: string | null;
}

/** A task before it is put into words; `account` is who it is for by the id of the far side. */
export interface MappedTask {
  readonly project: MappedProject;
  readonly title: string;
  readonly description: string;
  readonly deadline: WorkDate | null;
  readonly start: WorkDate | null;
  readonly askerName: string;
  readonly assigneeName: string | null;
  readonly account: string | null;
}

const overtimeKinds: readonly OvertimeKind[] = ["workday", "rest", "statutory"];
const places: readonly Place[] = ["onsite", "mobile", "trip", "unknown"];

/** What the sources of hours say. Several places or kinds of overtime stand together, `"现场、出差"`, `"onsite,trip"`. */
export function hoursRecord({ project, person, date, minutes, parts, taskTitle }: MappedHours): MappingRecord {
  const overtime = overtimeKinds.filter((kind) => parts.some((part) => part.overtime === kind));
  return {
    ...projectRecord(project),
    "person.name": person.name,
    "person.number": person.number ?? "",
    "person.title": person.title ?? "",
    "person.position": person.position ?? "",
    date,
    minutes: String(minutes),
    hours: String(Math.round((minutes / 60) * 100) / 100),
    place: placeWord(parts),
    "place.code": places.filter((place) => parts.some((part) => part.place === place)).join(","),
    overtime: overtimeWord(parts),
    "overtime.code": overtime.join(","),
    "task.title": taskTitle ?? "",
  };
}

/** What the sources of a task say. */
export function taskRecord({ project, title, description, deadline, start, ...people }: MappedTask): MappingRecord {
  return {
    ...projectRecord(project),
    ...{ title, description, deadline: deadline ?? "", start: start ?? "" },
    "asker.name": people.askerName,
    "assignee.name": people.assigneeName ?? "",
    "assignee.account": people.account ?? "",
  };
}

function projectRecord({ name, shortName, code, mark }: MappedProject): MappingRecord {
  return { "project.name": name, "project.short": shortName, "project.code": code, "project.mark": mark };
}
