import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { RejectedRow } from "../lenient.ts";
import { type Asked, type AskedUnit, askedTimes, isNamed } from "./asked.ts";
import { type Standing, standings } from "./chain.ts";
import { type FormComponent, flatComponents } from "./component.ts";
import { contactsOf } from "./contact.ts";
import { askedCorrection } from "./correction-form.ts";
import type { ApprovalInstance } from "./instance.ts";
import { type FactKind, kindOf } from "./kind.ts";
import { type FactDay, type Resolved, resolveAsked, type ShiftOn } from "./resolve.ts";

/** What an approval says of somebody's time. A form with several people or legs of different times brings several, numbered by `part`. */
export interface ApprovedFact {
  readonly kind: FactKind;
  readonly processInstanceId: string;
  readonly part: number;
  /** The instance that this one changes; its own id for any other. */
  readonly mainInstanceId: string;
  readonly userIds: readonly string[];
  /** Companions whom the form names without an id, `["钱二"]`. */
  readonly unknownNames: readonly string[];
  /** Of a 补卡 both are the minute asked for. */
  readonly from: Instant;
  readonly to: Instant;
  /** The days it takes, without rest days save for overtime; empty when nothing says how it lies on them. */
  readonly days: readonly FactDay[];
  readonly minutes: Minutes | null;
  readonly unit: AskedUnit | null;
  /** 事假, or the type of a trip or overtime. */
  readonly label: string | null;
  /** Of overtime: it is given back as time off (调休) instead of being paid. */
  readonly lieu: boolean;
  readonly correction: Correction | null;
  /** `revoked` also when it was withdrawn or another instance took its place, the one named by `replacedBy`. */
  readonly state: Standing["state"];
  readonly replacedBy: string | null;
  readonly modifiedAt: Instant | null;
  /** Names of filled-in form fields that say nothing to us, `["请假事由"]`. */
  readonly notUnderstood: readonly string[];
}

interface Correction {
  readonly workDate: WorkDate;
  readonly type: "on" | "off" | null;
  readonly planId: string | null;
}

/** What the reader needs to know: everybody's shifts, and the kind when the caller knows it by process code or event. */
export interface FactMeans {
  readonly shiftOn: (userId: string, date: WorkDate) => ReturnType<ShiftOn>;
  readonly kind?: FactKind | null;
}

/** What forms call those whose time it is. */
export const peopleNames = /^(partner|traveler|travelers|companion|加班人|同行人|出差人|外出人)$/;

const lieuNames = /^(compensation|加班补偿|补偿方式|加班补偿方式)$/;

/** Whether a field of an overtime form says 调休. */
export function isLieu(component: FormComponent): boolean {
  return isNamed(component, lieuNames) && /调休/.test(component.value ?? "");
}

/**
 * The facts of approvals, each in the light of the others of its chain that are given. Approvals that are no attendance have none; ones
 * that cannot be read are set aside, with the reason `span`, `time` or `kind`.
 */
export function approvedFacts(
  instances: readonly ApprovalInstance[],
  means: FactMeans,
): { facts: ApprovedFact[]; rejected: RejectedRow[] } {
  const facts: ApprovedFact[] = [];
  const rejected: RejectedRow[] = [];
  const standing = standings(instances);
  for (const instance of instances) {
    const stands = standing.get(instance.processInstanceId);
    const kind = means.kind ?? kindOf(instance);
    if (instance.action === "revoke" || kind === null || stands === undefined) continue;
    const read = factsOf(instance, kind, means);
    if (typeof read === "string") rejected.push({ reason: read, raw: instance });
    else facts.push(...read.map((fact, part) => ({ ...fact, ...stands, part })));
  }
  return { facts, rejected };
}

type Draft = Omit<ApprovedFact, "part" | "state" | "replacedBy">;

function factsOf(instance: ApprovalInstance, kind: FactKind, means: FactMeans): Draft[] | string {
  const components = flatComponents(instance.components);
  if (kind === "punch-correction") return correctionFacts(instance, components);
  const asked = askedTimes(components);
  if (asked.length === 0) return "time";
  const contacts = components.filter((one) => isNamed(one, peopleNames));
  const lieu = kind === "overtime" && components.some(isLieu);
  const used = [...asked.flatMap((one) => one.used), ...contacts, ...components.filter(isLieu)];
  const drafts: Draft[] = [];
  for (const one of asked) {
    const people = peopleOf(instance, kind, { contacts, forUserId: one.forUserId });
    const resolved = resolveEach(one, people.userIds, { ...means, kind });
    if (typeof resolved === "string") return resolved;
    for (const [index, { userIds, ...when }] of resolved.entries()) {
      const unknownNames = index === 0 ? people.names : [];
      drafts.push({
        ...draftOf(instance, kind, notUsed(components, used)),
        ...when,
        lieu,
        userIds,
        unknownNames,
        ...saying(one, when),
      });
    }
  }
  return drafts;
}

/** People whose shifts make no difference share one fact. */
function resolveEach(asked: Asked, userIds: readonly string[], means: FactMeans & { readonly kind: FactKind }) {
  const groups = new Map<string, Resolved & { userIds: string[] }>();
  for (const userId of userIds.length > 0 ? userIds : [null]) {
    const shiftOn: ShiftOn = (date) => (userId === null ? undefined : means.shiftOn(userId, date));
    const resolved = resolveAsked(asked, shiftOn, means.kind === "overtime");
    if (typeof resolved === "string") return resolved;
    const key = JSON.stringify(resolved);
    const group = groups.get(key) ?? { ...resolved, userIds: [] };
    if (userId !== null) group.userIds.push(userId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** 加班 is for the people it names, who need not include who asked; on a 出差 or 外出 they go along. */
function peopleOf(
  { originatorUserId }: ApprovalInstance,
  kind: FactKind,
  said: { readonly contacts: readonly FormComponent[]; readonly forUserId: string | null },
) {
  const contacts = said.contacts.map(contactsOf);
  const ids = contacts.flatMap(({ known }) => known.map(({ id }) => id));
  const names = contacts.flatMap((one) => one.names);
  const named = ids.length > 0 || names.length > 0;
  const own = kind === "overtime" && named ? [] : [said.forUserId ?? originatorUserId];
  return { userIds: [...new Set([...own, ...ids])], names };
}

function correctionFacts(instance: ApprovalInstance, components: readonly FormComponent[]): Draft[] | string {
  const asked = askedCorrection(components);
  if (asked === null) return "time";
  const { at, workDate, type, planId, used } = asked;
  const fact = draftOf(instance, "punch-correction", notUsed(components, used));
  return [{ ...fact, from: at, to: at, userIds: [instance.originatorUserId], correction: { workDate, type, planId } }];
}

function draftOf(instance: ApprovalInstance, kind: FactKind, notUnderstood: readonly string[]): Draft {
  const { processInstanceId, mainInstanceId, modifiedAt } = instance;
  const nothing = { days: [], minutes: null, unit: null, label: null, lieu: false, correction: null, unknownNames: [] };
  return {
    kind,
    processInstanceId,
    mainInstanceId,
    modifiedAt,
    notUnderstood,
    userIds: [],
    from: 0,
    to: 0,
    ...nothing,
  };
}

function saying({ unit, amount, label }: Asked, { days }: Pick<Resolved, "days">) {
  const known = days.length > 0 && days.every((day) => day.minutes !== null);
  const sum = known ? days.reduce((minutes, day) => minutes + (day.minutes ?? 0), 0) : null;
  return { unit, label, minutes: sum ?? (unit === "hour" && amount !== null ? Math.round(amount * 60) : null) };
}

function notUsed(components: readonly FormComponent[], used: readonly FormComponent[]): string[] {
  return components
    .filter((one) => one.value !== null && !used.includes(one))
    .map(({ name, id }) => name || (id ?? ""));
}
