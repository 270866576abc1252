/** A department of the company; the root is 1 and bears the company's name. */
export interface Department {
  readonly id: number;
  readonly name: string;
  readonly parentId: number;
  readonly leader: string | null;
}

export const CORP_NAME = "杭州示例建设集团有限公司";

/** The departments under the root, with the share of people that work there. */
export const DIVISIONS = [
  { key: "works-1", id: 512030010, name: "工程一部", leader: "wang003", share: 0.3, team: "施工" },
  { key: "works-2", id: 512030020, name: "工程二部", leader: "he008", share: 0.26, team: "施工" },
  { key: "water", id: 512030030, name: "智慧水务事业部", leader: "ouyang009", share: 0.16, team: "运维" },
  { key: "design", id: 512030040, name: "设计院", leader: null, share: 0.11, team: "设计" },
  { key: "office", id: 512030050, name: "综合管理部", leader: "admin012", share: 0.09, team: "行政" },
  { key: "safety", id: 512030060, name: "安全质量部", leader: null, share: 0.08, team: "巡检" },
] as const;

export type DivisionKey = (typeof DIVISIONS)[number]["key"];

/** Two rooms of the head office that fixed people sit in. */
export const HR = 512030051;
export const FINANCE = 512030052;

const TEAM_SIZE = 60;

/** The tree for a company of so many people: divisions, two rooms, and teams of about sixty. */
export function departmentsFor(people: number): Department[] {
  const root = { id: 1, name: CORP_NAME, parentId: 0, leader: "admin012" };
  const divisions = DIVISIONS.map(({ id, name, leader }) => ({ id, name, parentId: 1, leader }));
  const rooms = [
    { id: HR, name: "人力资源部", parentId: divisionId("office"), leader: "chen007" },
    { id: FINANCE, name: "财务部", parentId: divisionId("office"), leader: "qian011" },
  ];
  const teams = DIVISIONS.flatMap((division) =>
    Array.from({ length: teamsOf(division.key, people) }, (_, number) => ({
      id: teamId(division.key, number),
      name: `${division.team}${number + 1}班`,
      parentId: division.id,
      leader: null,
    })),
  );
  return [root, ...divisions, ...rooms, ...teams];
}

export function divisionId(key: DivisionKey): number {
  return DIVISIONS[indexOf(key)]?.id ?? 1;
}

/** The division that a number from 0 to 1 falls in, by their shares of people. */
export function divisionAt(lot: number): (typeof DIVISIONS)[number] {
  let reached = 0;
  for (const division of DIVISIONS) {
    reached += division.share;
    if (lot < reached) return division;
  }
  return DIVISIONS[0];
}

/** How many teams a division has. */
export function teamsOf(key: DivisionKey, people: number): number {
  return Math.max(1, Math.ceil((people * (DIVISIONS[indexOf(key)]?.share ?? 0)) / TEAM_SIZE));
}

export function teamId(key: DivisionKey, number: number): number {
  return 513_000_000 + indexOf(key) * 10_000 + number + 1;
}

/** Does a department belong to a division, as itself or as one of its teams? */
export function isWithin(key: DivisionKey, id: number): boolean {
  return id === divisionId(key) || Math.floor(id / 10_000) === Math.floor(teamId(key, 0) / 10_000);
}

function indexOf(key: DivisionKey): number {
  return DIVISIONS.findIndex((division) => division.key === key);
}
