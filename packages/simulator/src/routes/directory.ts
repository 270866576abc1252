import type { Person } from "../company/person.ts";
import { type ApiRoute, freeTop, type Ground } from "../wire/api.ts";
import { type Call, numberOr, textOf } from "../wire/call.ts";
import { missingParameter, OldRefusal } from "../wire/refusal.ts";
import { departmentOf, membersOf } from "./directory-tree.ts";
import { userDetail, userRow } from "./person-wire.ts";

const MEMBER = "qyapi_get_member";
const DEPARTMENT_MEMBER = "qyapi_get_department_member";

export const directoryRoutes: readonly ApiRoute[] = [
  freeTop("v2/user/get", MEMBER, (call, ground) => ({ result: permitted(userDetail(personOf(call, ground)), ground) })),
  freeTop("v2/user/list", DEPARTMENT_MEMBER, (call, ground) =>
    page(call, ground, (person, departmentId) => permitted(userRow(person, departmentId), ground)),
  ),
  freeTop("user/listsimple", DEPARTMENT_MEMBER, (call, ground) =>
    page(call, ground, ({ userId, name }) => ({ userid: userId, name })),
  ),
  freeTop("user/listid", MEMBER, (call, { world }) => ({
    result: { userid_list: membersOf(world, departmentOf(world, call).id).map(({ userId }) => userId) },
  })),
  freeTop("user/getbyunionid", MEMBER, (call, { world }) => {
    const unionId = textOf(call, "unionid");
    const person = world.people().find((one) => one.unionId === unionId);
    if (!person) throw notFound();
    return { result: { contact_type: 0, userid: person.userId } };
  }),
  freeTop("v2/user/getbymobile", "qyapi_get_member_by_mobile", (call, { world }) => {
    const mobile = textOf(call, "mobile");
    if (!/^\d{11}$/.test(mobile)) throw new OldRefusal(40104, "不合法的手机号");
    const person = world.people().find((one) => one.mobile === mobile);
    if (!person) throw notFound();
    return { result: { userid: person.userId, exclusive_account_userid_list: [] } };
  }),
  freeTop("user/listadmin", MEMBER, (_call, { world }) => ({
    result: world
      .people()
      .filter(({ sysLevel }) => sysLevel > 0)
      .map(({ userId, sysLevel }) => ({ userid: userId, sys_level: sysLevel })),
  })),
];

/** The person whom `userid` names; 60121 if nobody here is called so. */
export function personOf(call: Call, { world }: Ground): Person {
  const person = world.person(textOf(call, "userid"));
  if (!person) throw notFound();
  return person;
}

function notFound(): OldRefusal {
  return new OldRefusal(60121, "找不到该用户");
}

function page(call: Call, { world }: Ground, row: (person: Person, departmentId: number) => object): object {
  if (call.body.dept_id === undefined) throw missingParameter("dept_id");
  const { id } = departmentOf(world, call);
  const cursor = numberOr(call, "cursor", 0);
  const size = numberOr(call, "size", 100);
  if (cursor < 0) throw new OldRefusal(40068, "不合法的偏移量");
  if (size < 1 || size > 100) throw new OldRefusal(40069, "不合法的分页大小");
  const members = membersOf(world, id);
  const next = cursor + size;
  const list = members.slice(cursor, next).map((person) => row(person, id));
  const more = next < members.length;
  return { result: { has_more: more, ...(more ? { next_cursor: next } : {}), list } };
}

/** Fields without permission are simply absent. */
function permitted(row: object, { world }: Ground): object {
  if (world.switches.contactFields) return row;
  const asked = ["state_code", "mobile", "hide_mobile", "telephone", "email", "org_email"];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !asked.includes(name)));
}
