import { useQuery } from "@tanstack/react-query";
import type { Positions, Project } from "../../../../api.ts";
import { positionsQuery } from "../../positions/queries.ts";
import { projectNamesQuery } from "./queries.ts";
import type { MappingWords } from "./words.ts";

/** Something that a source can say: `{ key: "PM", text: "项目经理 PM" }`. */
export interface Known {
  readonly key: string;
  readonly text: string;
  /** Whether it is said by nobody now, so that it need not be asked about. */
  readonly isRare?: boolean;
}

/** What the sources of a table can say, by their names; a source that is not there says what it likes. */
export type KnownBySource = Readonly<Record<string, readonly Known[]>>;

/** Beyond these a list is not shown whole. */
const most = 24;

/** What the sources can say, as far as it is known already. */
export function useKnown(m: MappingWords): KnownBySource {
  const positions = useQuery(positionsQuery).data;
  const projects = useQuery(projectNamesQuery).data;
  return knownFrom(m, positions?.positions ?? [], projects ?? []);
}

/** What sources can say, by the positions and projects that there are. */
function knownFrom(m: MappingWords, positions: Positions["positions"], projects: readonly Project[]): KnownBySource {
  const coded = (...keys: readonly ("onsite" | "mobile" | "trip" | "unknown" | "workday" | "rest" | "statutory")[]) =>
    keys.map((key) => ({ key, text: m[`mapping.known.${key}`] }));
  return {
    "person.position": positions.map(({ code, nameZh, nameEn, people }) => ({
      key: code,
      isRare: people === 0,
      text: `${m.lang === "zh" ? nameZh : nameEn} ${code}`,
    })),
    "place.code": coded("onsite", "mobile", "trip", "unknown"),
    "overtime.code": [...coded("workday", "rest", "statutory"), { key: "", text: m["mapping.known.none"] }],
    "project.code": projects.map(({ code, shortName }) => ({ key: code, text: `${code} ${shortName}` })),
  };
}

/** A row to show of a table; `isOwn` one that is there for what it says alone, and goes when it is taken out. */
export interface ShownRow extends Known {
  readonly isOwn: boolean;
}

/** The rows to show of a table: all that is said now where that is little, else those that say something of their own. */
export function shownRows(known: readonly Known[], rows: Readonly<Record<string, string>>): ShownRow[] {
  const usual = known.filter(({ isRare }) => isRare !== true);
  const listed = usual.length <= most ? usual : [];
  const own = Object.keys(rows).filter((key) => listed.every((one) => one.key !== key));
  const text = (key: string) => known.find((one) => one.key === key)?.text ?? key;
  return [
    ...listed.map((one) => ({ ...one, isOwn: false })),
    ...own.map((key) => ({ key, text: text(key), isOwn: true })),
  ];
}
