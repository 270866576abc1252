import { type Asked, askedTimes, isNamed } from "./asked.ts";
import { type FormComponent, flatComponents } from "./component.ts";
import { askedCorrection } from "./correction-form.ts";
import { isLieu, peopleNames } from "./fact.ts";
import type { ApprovalInstance } from "./instance.ts";

const cellNames =
  /^(startTime|beginTime|startDate|finishTime|endTime|finishDate|endDate|duration|overtimeDate|overtimeDuration|(开始|结束|出发|返回)(时间|日期)|加班(日期|时间|时长)|时长.*)$/;

/**
 * The approval with nothing but the fields that say whose time it is about and when: no title, no reasons in anybody's own words, no
 * pictures. It reads as the same facts when the kind is given.
 */
export function withoutOwnWords(instance: ApprovalInstance): ApprovalInstance {
  const flat = flatComponents(instance.components);
  const asked: readonly Pick<Asked, "used">[] = [...askedTimes(flat), ...[askedCorrection(flat) ?? { used: [] }]];
  const used = new Set(asked.flatMap((one) => one.used));
  for (const one of flat) if (isNamed(one, peopleNames) || isLieu(one)) used.add(one);
  return { ...instance, title: "", components: kept(instance.components, used), rejected: [] };
}

function kept(components: readonly FormComponent[], used: ReadonlySet<FormComponent>): FormComponent[] {
  return components.flatMap((one) => {
    if (one.parts.length > 0) return [{ ...one, value: null, parts: kept(one.parts, used) }];
    if (!used.has(one)) return [];
    if (one.lines.length === 0) return [one];
    const lines = one.lines.map((line) => line.filter((cell) => isNamed(cell, cellNames)));
    return [{ ...one, value: null, lines }];
  });
}
