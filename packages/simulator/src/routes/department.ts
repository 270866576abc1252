import type { Department } from "../company/department.ts";
import { type ApiRoute, freeTop } from "../wire/api.ts";
import type { World } from "../world/world.ts";
import { personOf } from "./directory.ts";
import { childrenOf, departmentOf, headCount, membersOf, pathOf } from "./directory-tree.ts";

const SCOPE = "qyapi_get_department_list";

export const departmentRoutes: readonly ApiRoute[] = [
  freeTop("v2/department/listsub", SCOPE, (call, { world }) => ({
    result: childrenOf(world, departmentOf(world, call).id).map(({ id, name, parentId }) => ({
      dept_id: id,
      name,
      parent_id: parentId,
      create_dept_group: false,
      auto_add_user: false,
    })),
  })),
  freeTop("v2/department/listsubid", SCOPE, (call, { world }) => ({
    result: { dept_id_list: childrenOf(world, departmentOf(world, call).id).map(({ id }) => id) },
  })),
  freeTop("v2/department/get", SCOPE, (call, { world }) => ({ result: detail(world, departmentOf(world, call)) })),
  freeTop("v2/department/listparentbydept", SCOPE, (call, { world }) => ({
    result: { parent_id_list: pathOf(world, departmentOf(world, call).id) },
  })),
  freeTop("v2/department/listparentbyuser", SCOPE, (call, ground) => ({
    result: {
      parent_list: personOf(call, ground).departmentIds.map((id) => ({
        parent_dept_id_list: pathOf(ground.world, id),
      })),
    },
  })),
  {
    method: "GET",
    path: "/auth/scopes",
    host: "old",
    token: "app",
    counted: false,
    scope: "qyapi_base",
    answer: () => ({
      auth_org_scopes: { authed_user: [], authed_dept: [1] },
      auth_user_field: ["name", "avatar", "userid", "unionid", "title", "jobnumber", "mobile", "department"],
      condition_field: [],
    }),
  },
];

function detail(world: World, { id, name, parentId, leader }: Department): object {
  return {
    dept_id: id,
    name,
    ...(parentId === 0 ? {} : { parent_id: parentId }),
    source_identifier: "",
    order: id % 1000,
    code: "",
    dept_manager_userid_list: leader === null ? [] : [leader],
    org_dept_owner: leader ?? "",
    member_count: headCount(world, id),
    owning_member_count: membersOf(world, id).length,
    hide_dept: false,
    dept_permits: [],
    user_permits: [],
    outer_dept: false,
    outer_permit_depts: [],
    outer_permit_users: [],
    create_dept_group: false,
    auto_add_user: false,
    auto_approve_apply: false,
    group_contain_sub_dept: false,
    from_union_org: false,
  };
}
