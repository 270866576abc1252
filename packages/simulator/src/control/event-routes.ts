import { Hono } from "hono";
import type { House } from "../house.ts";
import type { Callback } from "../world/action.ts";
import { FIRST_SWITCHES, SWITCH_WORDS, type Switches } from "../world/switches.ts";
import { type Asked, askedOf, optionalText, Problem, textIn, wordIn } from "./asked.ts";

/** Where events go and how the world is switched. */
export function eventRoutes({ ground, delivery, changed, reset }: House): Hono {
  const { world, app } = ground;
  const routes = new Hono();

  routes.post("/callback", async (context) => {
    const callback = callbackFrom(await askedOf(context.req.raw), app.appKey);
    try {
      await delivery.check(callback);
    } catch (error) {
      throw new Problem(`check_url failed: ${error instanceof Error ? error.message : error}`);
    }
    world.apply({ kind: "callback", callback });
    changed();
    return context.json({ url: callback.url });
  });

  routes.delete("/callback", (context) => {
    world.apply({ kind: "callback", callback: null });
    changed();
    return context.json({ url: null });
  });

  routes.post("/deliver", async (context) => {
    const delivered = await delivery.deliverDue();
    return context.json({ delivered, pending: delivery.pending, failed: delivery.failed });
  });

  routes.post("/switches", async (context) => {
    const switches = switchesIn(await askedOf(context.req.raw));
    world.apply({ kind: "switches", switches });
    changed();
    return context.json(world.switches);
  });

  routes.post("/reset", (context) => {
    reset();
    return context.json({ reset: true });
  });
  return routes;
}

function callbackFrom(asked: Asked, appKey: string): Callback {
  const url = textIn(asked, "url");
  if (!URL.canParse(url)) throw new Problem("url is no address");
  const aesKey = textIn(asked, "aesKey");
  if (!/^[A-Za-z0-9]{43}$/.test(aesKey)) throw new Problem("aesKey is not 43 letters and digits");
  const token = textIn(asked, "token");
  if (!/^[A-Za-z0-9]{3,32}$/.test(token)) throw new Problem("token is not 3 to 32 letters and digits");
  return { url, token, aesKey, ownerKey: optionalText(asked, "ownerKey") ?? appKey };
}

function switchesIn(asked: Asked): Partial<Switches> {
  const entries = Object.entries(asked).map(([name, value]) => {
    if (!(name in FIRST_SWITCHES)) throw new Problem(`there is no switch ${name}`);
    const words = Object.entries(SWITCH_WORDS).find(([known]) => known === name)?.[1];
    if (words) return [name, wordIn(asked, name, words)];
    if (typeof value !== "boolean") throw new Problem(`${name} is not true or false`);
    return [name, value];
  });
  return Object.fromEntries(entries);
}
