import { Hono } from "hono";
import { type Day, dayAt, HOUR, isoText, MINUTE, midnight } from "../company/beijing.ts";
import { isWorkingDay, workingDayFrom } from "../company/calendar.ts";
import type { House } from "../house.ts";
import { type Asked, askedOf, instantIn, numberIn, Problem, textIn } from "./asked.ts";

const MORNING = 9 * HOUR + 2 * MINUTE;
const LONGEST_JUMP = 400 * 24 * HOUR;

export function clockRoutes({ ground, advanceTo, changed }: House): Hono {
  const routes = new Hono();
  const { clock } = ground;
  const shown = () => ({ now: isoText(clock.now()), ms: clock.now(), running: clock.running });
  routes.get("/clock", (context) => context.json(shown()));
  routes.post("/clock", async (context) => {
    const asked = await askedOf(context.req.raw);
    if (typeof asked.running === "boolean") {
      clock.run(asked.running);
      changed();
      return context.json(shown());
    }
    const target = targetOf(asked, clock.now());
    if (target < clock.now()) throw new Problem("the clock never goes back; reset the world instead");
    if (target > clock.now() + LONGEST_JUMP) throw new Problem("the clock cannot jump further than 400 days");
    await advanceTo(target);
    return context.json(shown());
  });
  return routes;
}

function targetOf(asked: Asked, now: number): number {
  if (asked.advanceMinutes !== undefined) return now + numberIn(asked, "advanceMinutes") * MINUTE;
  if (asked.to !== undefined) return instantIn(asked, "to");
  if (asked.nextMorning === true) return midnight(nextMorningDay(now)) + MORNING;
  if (asked.timeOfDay !== undefined) return nextTimeOfDay(textIn(asked, "timeOfDay"), now);
  throw new Problem("one of advanceMinutes, to, nextMorning, timeOfDay or running is needed");
}

function nextMorningDay(now: number): Day {
  const today = dayAt(now);
  return isWorkingDay(today) && now < midnight(today) + MORNING ? today : workingDayFrom(today, 1);
}

function nextTimeOfDay(text: string, now: number): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) throw new Problem("timeOfDay is not like 18:05");
  const today = midnight(dayAt(now)) + Number(hours) * HOUR + Number(minutes) * MINUTE;
  return today > now ? today : today + 24 * HOUR;
}
