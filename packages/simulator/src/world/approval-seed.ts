import { DAY, dayAt, HOUR, MINUTE, wallText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { type Approval, begun, decided } from "./approval.ts";
import { type ApprovalKind, templateOf } from "./approval-template.ts";
import type { Leave } from "./leave.ts";
import { dayOfNumber, numberOf } from "./plan.ts";
import { IDS_A_DAY, STORY_IDS, type Supply } from "./story.ts";
import type { World } from "./world.ts";

const SEEDED_LEAVE = /^Sim[0-9a-f]{20}(\d{10})$/;
const GIVEN_LEAVE = /^SimLeave\d+t(\d{10})$/;
const SEEDED_SUPPLY = /^SimSupply(\d+)t(\d{10})$/;
const SUPPLY_ASKED_BEFORE = HOUR;

type Window = { readonly from: number; readonly to: number };

/** What is asked of the seed: the approvals begun in a time and until `now`, of one kind or of all. */
interface Asked extends Window {
  readonly now: number;
  readonly kind?: ApprovalKind;
}

/** The approvals behind leave and 补卡 of the seed or given by hand. */
export function seededApprovals(world: World, { from, to, now, kind }: Asked): Approval[] {
  const until = Math.min(to, now);
  const found: Approval[] = [];
  if (kind === undefined || kind === "leave") found.push(...leaveApprovals(world, { from, to: until }, now));
  if (kind === undefined || kind === "supply") {
    for (const person of world.people()) found.push(...supplyApprovals(world, person, { from, to: until }));
  }
  return found.filter(({ createdAt }) => createdAt >= from && createdAt <= until);
}

/** One of them by its id. */
export function seededApproval(world: World, id: string, now: number): Approval | null {
  const [, leaveAt] = SEEDED_LEAVE.exec(id) ?? GIVEN_LEAVE.exec(id) ?? [];
  const [, number = "", supplyAt] = SEEDED_SUPPLY.exec(id) ?? [];
  if (leaveAt === undefined && supplyAt === undefined) return null;
  const from = Number(leaveAt ?? supplyAt) * 1000;
  const window = { from, to: Math.min(from + MINUTE, now) };
  const { userId } = world.given.supplies.find(({ procInstId }) => procInstId === id) ?? {};
  const owner = userId === undefined ? ownerOf(world, Number(number)) : world.person(userId);
  const found = leaveAt ? leaveApprovals(world, window, now) : owner ? supplyApprovals(world, owner, window) : [];
  return found.find((approval) => approval.id === id) ?? null;
}

function leaveApprovals(world: World, { from, to }: Window, now: number): Approval[] {
  const seeded = world.people().flatMap((person) => {
    const leaves = world.leaves(person, from, to + 3 * DAY);
    return leaves.flatMap((leave) => ofSeededLeave(leave, person, now));
  });
  return [...seeded, ...world.given.leaves.flatMap((leave) => ofGivenLeave(world, leave))];
}

function supplyApprovals(world: World, person: Person, window: Window): Approval[] {
  return suppliesOf(world, person, window).map((supply) => approvalOfSupply(supply, person));
}

/** Whose 补卡 of the seed a number names: sixteen of them belong to a person's day. */
function ownerOf(world: World, id: number): Person | undefined {
  const number = Math.floor((id - STORY_IDS) / IDS_A_DAY);
  return world.people().find((person) => numberOf(person, dayOfNumber(number)) === number);
}

/** The id of an approval that was given without a form, `SimSupply90123t1789284877`. */
export function givenId(word: "Leave" | "Supply", id: number, at: number): string {
  const asked = word === "Leave" ? at : at - SUPPLY_ASKED_BEFORE;
  return `Sim${word}${id}t${Math.floor(asked / 1000)}`;
}

/** `202609131534000382214`. */
export function businessIdOf(number: number, createdAt: number): string {
  return `${wallText(createdAt).replace(/\D/g, "").slice(0, 12)}${String(number).padStart(9, "0")}`;
}

function ofSeededLeave(leave: Leave, person: Person, now: number): Approval[] {
  if (!SEEDED_LEAVE.test(leave.procInstId)) return [];
  return [approvalOfLeave(leave, person, { number: numberOf(person, dayAt(leave.start)) * 16, now })];
}

function ofGivenLeave(world: World, leave: Leave): Approval[] {
  const person = world.person(leave.userId);
  const number = 500_000_000 + (Number(/^SimLeave(\d+)/.exec(leave.procInstId)?.[1] ?? 0) % 1_000_000);
  return person ? [approvalOfLeave(leave, person, { number, now: leave.approvedAt })] : [];
}

function approvalOfLeave(leave: Leave, person: Person, { number, now }: { number: number; now: number }): Approval {
  const { type, start, end, percent, unit } = leave;
  const amount = percent / 100;
  const asked = unit === "percent_hour" ? "hour" : amount % 1 === 0 ? "day" : "halfDay";
  const content = { kind: "leave", leaveType: type, start, end, unit: asked, amount, reason: "家中有事" } as const;
  const times = { createdAt: leave.askedAt ?? leave.approvedAt, approvedAt: leave.approvedAt, now };
  return told({ id: leave.procInstId, number, person, content }, times);
}

function approvalOfSupply(supply: Supply, person: Person): Approval {
  const { id, procInstId, day, type, at, arrivesAt } = supply;
  const content = { kind: "supply", supplyId: id, day, type, at, reason: "忘记打卡" } as const;
  const number = 600_000_000 + (id % 100_000_000);
  const times = { createdAt: arrivesAt - SUPPLY_ASKED_BEFORE, approvedAt: arrivesAt, now: arrivesAt };
  return told({ id: procInstId, number, person, content }, times);
}

/** A 补卡 arrives two days after its day. */
function suppliesOf(world: World, person: Person, { from, to }: Window): Supply[] {
  const days = Array.from(
    { length: Math.max(0, dayAt(to) - dayAt(from) + 5) },
    (_, offset) => dayAt(from) - 4 + offset,
  );
  return days
    .flatMap((day) => world.workday(person, day, to + SUPPLY_ASKED_BEFORE).punches)
    .flatMap(({ supply }) => (supply && SEEDED_SUPPLY.test(supply.procInstId) ? [supply] : []));
}

interface Told {
  readonly id: string;
  readonly number: number;
  readonly person: Person;
  readonly content: Extract<Approval["content"], { kind: "leave" | "supply" }>;
}

interface Times {
  readonly createdAt: number;
  readonly approvedAt: number;
  readonly now: number;
}

function told({ id, number, person, content }: Told, { createdAt, approvedAt, now }: Times): Approval {
  const by = person.manager ?? person.userId;
  const approval = begun({
    id,
    number,
    businessId: businessIdOf(number % 1_000_000_000, createdAt),
    processCode: templateOf(content.kind).processCode,
    title: `${person.name}提交的${templateOf(content.kind).title}`,
    userId: person.userId,
    departmentId: person.departmentIds[0] ?? 1,
    content,
    steps: [{ mode: "NONE", userIds: [by] }],
    byApi: false,
    cc: [],
    action: "NONE",
    main: null,
    createdAt,
  });
  return approvedAt <= now ? decided(approval, { verb: "agree", by, at: approvedAt, remark: null }) : approval;
}
