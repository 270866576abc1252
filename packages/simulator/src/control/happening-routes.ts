import { Hono } from "hono";
import { DAY, HOUR, isoText, parseDay } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { placeCalled } from "../company/site.ts";
import { leaveEvent, punchEvent } from "../events/event.ts";
import type { House } from "../house.ts";
import { recordRow } from "../routes/record-wire.ts";
import { givenId } from "../world/approval-seed.ts";
import { LEAVE_TYPES, type Leave } from "../world/leave.ts";
import { phoneAt, type Spot } from "../world/spot.ts";
import type { Invalid, Punch } from "../world/story.ts";
import type { World } from "../world/world.ts";
import {
  type Asked,
  askedOf,
  instantIn,
  numberIn,
  optionalNumber,
  optionalText,
  Problem,
  textIn,
  wordIn,
} from "./asked.ts";

const GIVEN_IDS = 99_500_000_000;
const TYPES = { on: "OnDuty", off: "OffDuty" } as const;

/** What people do. */
export function happeningRoutes(house: House): Hono {
  const { ground, delivery, changed } = house;
  const { world, clock, app } = ground;
  const routes = new Hono();
  const nextId = () => GIVEN_IDS + world.journal.length + 1;

  routes.post("/punch", async (context) => {
    const asked = await askedOf(context.req.raw);
    const person = personIn(world, asked);
    const punch = punchFrom(asked, { person, id: nextId(), now: clock.now() });
    world.apply({ kind: "punch", userId: person.userId, punch });
    const workday = world.workday(person, world.workDate(person, punch.at), Math.max(clock.now(), punch.at));
    const judged = workday.punches.find(({ id }) => id === punch.id);
    if (!judged) throw new Error("the punch got lost");
    if (world.switches.punchEvents && punch.at <= clock.now()) delivery.push(punchEvent(judged, person, app.corpId));
    await delivery.deliverDue();
    changed();
    return context.json({ record: recordRow(judged, workday, ground) });
  });

  routes.post("/approve-leave", async (context) => {
    const leave = leaveFrom(await askedOf(context.req.raw), { world, id: nextId(), now: clock.now() });
    world.apply({ kind: "leave", leave });
    if (world.switches.punchEvents) delivery.push(leaveEvent(leave, app.corpId));
    await delivery.deliverDue();
    changed();
    return context.json({ leave: { ...leave, start: isoText(leave.start), end: isoText(leave.end) } });
  });

  routes.post("/supply", async (context) => {
    const asked = await askedOf(context.req.raw);
    const { userId } = personIn(world, asked);
    const day = parseDay(textIn(asked, "workDate"));
    if (day === null) throw new Problem("workDate is not like 2026-09-15");
    const own = {
      id: nextId(),
      userId,
      day,
      type: TYPES[wordIn(asked, "type", ["on", "off"])],
      at: instantIn(asked, "at"),
    };
    const supply = { ...own, arrivesAt: clock.now(), procInstId: givenId("Supply", own.id, clock.now()) };
    world.apply({ kind: "supply", supply });
    changed();
    return context.json({ supply });
  });
  return routes;
}

/** The person that `userId` names; 404 if nobody here is called so. */
function personIn(world: World, asked: Asked): Person {
  const person = world.person(textIn(asked, "userId"));
  if (!person) throw new Problem("nobody here is called so", 404);
  return person;
}

function punchFrom(asked: Asked, { person, id, now }: { person: Person; id: number; now: number }): Punch {
  const type = asked.type === undefined ? null : TYPES[wordIn(asked, "type", ["on", "off"])];
  const at = asked.at === undefined ? now : instantIn(asked, "at");
  const place = asked.place ?? person.places[0];
  if (typeof place === "string") {
    const found = placeCalled(place);
    if (!found) throw new Problem("place is no site");
    return {
      id,
      at,
      type,
      invalid: null,
      spot: phoneAt(found, { metres: 20 + (id % 40), degrees: id % 360, accuracy: 15 }),
    };
  }
  const described: Asked = { ...Object(place) };
  return { id, at, type, invalid: invalidIn(described), spot: spotIn(described) };
}

function spotIn(place: Asked): Spot {
  const machine = optionalText(place, "machine");
  const nowhere = { lat: null, lng: null, accuracy: null };
  const position = machine
    ? nowhere
    : { lat: numberIn(place, "lat"), lng: numberIn(place, "lng"), accuracy: optionalNumber(place, "accuracy") ?? 15 };
  const ssid = optionalText(place, "ssid");
  return {
    ...position,
    method: machine ? "ATM" : ssid ? "WIFI" : "MAP",
    address: optionalText(place, "address") ?? "浙江省杭州市",
    ssid,
    bssid: optionalText(place, "bssid"),
    machine,
    base: null,
    remark: optionalText(place, "remark"),
  };
}

function invalidIn(place: Asked): Invalid | null {
  if (place.invalid === undefined) return null;
  const type = wordIn(place, "invalid", ["Security", "Other"]);
  return { type, message: type === "Other" ? "需要二次确认" : "使用了非常用手机" };
}

function leaveFrom(asked: Asked, { world, id, now }: { world: World; id: number; now: number }): Leave {
  const start = instantIn(asked, "start");
  const end = instantIn(asked, "end");
  if (end <= start) throw new Problem("the leave ends before it starts");
  const unit = asked.unit === undefined ? "hour" : wordIn(asked, "unit", ["day", "halfDay", "hour"]);
  const name = optionalText(asked, "name");
  const type = LEAVE_TYPES.find((one) => (name === null ? one.unit === unit : one.name === name));
  if (!type) throw new Problem("no leave is called so");
  const hundredths = unit === "hour" ? (end - start) / HOUR : unit === "halfDay" ? 0.5 : Math.ceil((end - start) / DAY);
  return {
    userId: personIn(world, asked).userId,
    type,
    start,
    end,
    unit: unit === "hour" ? "percent_hour" : "percent_day",
    percent: Math.round(hundredths * 100),
    approvedAt: now,
    procInstId: givenId("Leave", id, now),
  };
}
