import type { Session } from "../../api.ts";
import type { IconName } from "../../ui/icon.tsx";

type Role = Session["person"]["roles"][number];

const rooms = {
  period: { icon: "lock", roles: ["hr", "finance", "admin"] },
  cost: { icon: "coin", roles: ["finance"] },
  calendar: { icon: "calendar", roles: ["admin", "hr"] },
  people: { icon: "team", roles: ["hr", "admin", "finance"] },
  policy: { icon: "rules", roles: ["admin"] },
  import: { icon: "import", roles: ["hr", "admin"] },
  difference: { icon: "swap", roles: ["hr", "admin"] },
  "project-form": { icon: "folder", roles: ["admin"] },
  connection: { icon: "link", roles: ["admin"] },
  target: { icon: "plug", roles: ["admin", "hr", "finance"] },
} as const satisfies Record<string, { icon: IconName; roles: readonly Role[] }>;

/** The rooms of 管理, as in `#/manage/period`. */
export type RoomName = keyof typeof rooms;

/** A room and its drawing. */
export interface Room {
  readonly name: RoomName;
  readonly icon: IconName;
}

/** The rooms that somebody with these roles may enter, in the order of the page. */
export function roomsOf(roles: readonly Role[]): readonly Room[] {
  return (Object.keys(rooms) as RoomName[])
    .filter((name) => rooms[name].roles.some((role) => roles.includes(role)))
    .map((name) => ({ name, icon: rooms[name].icon }));
}

/** Whether somebody with these roles may stand there, `["target", id, "comparison"]`; of 对接 only 对账 is open to HR and finance. */
export function mayEnter(roles: readonly Role[], [name, id, part]: readonly string[]): RoomName | null {
  const isAdmins = name === "target" && id !== undefined && part !== "comparison";
  if (isAdmins && !roles.includes("admin")) return null;
  return roomsOf(roles).find((room) => room.name === name)?.name ?? null;
}
