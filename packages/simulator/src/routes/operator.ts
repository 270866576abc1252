import type { Group } from "../company/group.ts";
import { ALL_GROUPS } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import type { Ground } from "../wire/api.ts";
import { type Call, numberOf, textOf } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";

/** Who asks, by `op_user_id`: an administrator or somebody who manages a group. Others are refused. */
export function operatorOf(call: Call, { world }: Ground, name = "op_user_id"): Person {
  const person = world.person(textOf(call, name));
  if (!person) throw new OldRefusal(33012, "无效的USERID");
  const manages = ALL_GROUPS.some(({ owner, managers }) => owner === person.userId || managers.includes(person.userId));
  if (person.sysLevel === 0 && !manages) throw new OldRefusal(400002, `参数错误，${name} 没有考勤组管理权限`);
  return person;
}

/** The group that `group_id` names. */
export function groupOf(call: Call): Group {
  const id = numberOf(call, "group_id");
  const found = ALL_GROUPS.find((group) => group.id === id);
  if (!found) throw new OldRefusal(400002, "参数错误，考勤组不存在");
  return found;
}

/** The group that `group_key` names. */
export function groupOfKey(call: Call): Group {
  const key = textOf(call, "group_key");
  const found = ALL_GROUPS.find((group) => group.key === key);
  if (!found) throw new OldRefusal(400002, "参数错误，考勤组不存在");
  return found;
}

/** Everybody in a group. */
export function groupMembers(group: Group, { world }: Ground): Person[] {
  return world.people().filter((person) => person.group.id === group.id);
}
