import { type ApiRoute, countedTop } from "../wire/api.ts";
import { numberOf, numberOr, textOf } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";
import { currentShifts, newestEdition } from "../world/shift-book.ts";
import { operatorOf } from "./operator.ts";
import { shiftDetail } from "./shift-wire.ts";

const READ = "qyapi_attendance_group_read";
const SHIFTS_A_PAGE = 200;

export const shiftRoutes: readonly ApiRoute[] = [
  countedTop("attendance/shift/list", READ, (call, ground) => {
    operatorOf(call, ground);
    const shifts = currentShifts(ground.world.shiftBook).map(({ id, name }) => ({ id, name }));
    const from = numberOr(call, "cursor", 0);
    const next = from + SHIFTS_A_PAGE;
    const more = next < shifts.length;
    return { result: { has_more: more, cursor: more ? next : 0, result: shifts.slice(from, next) } };
  }),
  countedTop("attendance/shift/search", READ, (call, ground) => {
    operatorOf(call, ground);
    const name = textOf(call, "shift_name");
    const found = currentShifts(ground.world.shiftBook).filter((shift) => shift.name.includes(name));
    return { result: found.map(({ id, name: own }) => ({ id, name: own })) };
  }),
  countedTop("attendance/shift/query", READ, (call, ground) => {
    const owner = operatorOf(call, ground);
    const edition = newestEdition(ground.world.shiftBook, numberOf(call, "shift_id"));
    if (!edition || edition.isDeleted) throw new OldRefusal(400002, "参数错误，班次不存在");
    return { result: shiftDetail(edition, { owner, corpId: ground.app.corpId }) };
  }),
  countedTop("attendance/shift/history/query", READ, (call, ground) => {
    const owner = operatorOf(call, ground);
    const [id, version] = [numberOf(call, "shift_id"), numberOf(call, "version")];
    const { editions } = ground.world.shiftBook;
    const edition = editions.find(({ shift }) => shift.id === id && shift.version === version);
    if (!edition) throw new OldRefusal(400002, "参数错误，班次版本不存在");
    return { result: shiftDetail(edition, { owner, corpId: ground.app.corpId }) };
  }),
];
