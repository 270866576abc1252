import { Hono } from "hono";
import { isoText } from "../company/beijing.ts";
import { placeCalled } from "../company/site.ts";
import type { House } from "../house.ts";
import type { Checkin } from "../world/checkin.ts";
import { type Asked, askedOf, instantIn, numberIn, optionalText, Problem, textIn } from "./asked.ts";

const MOST_IMAGES = 9;

/** 签到 by hand; it cannot be taken back. */
export function checkinRoutes({ ground, delivery, changed }: House): Hono {
  const { world, clock } = ground;
  const routes = new Hono();
  routes.post("/check-in", async (context) => {
    const asked = await askedOf(context.req.raw);
    const person = world.person(textIn(asked, "userId"));
    if (!person) throw new Problem("nobody here is called so", 404);
    const at = asked.at === undefined ? clock.now() : instantIn(asked, "at");
    if (at > clock.now()) throw new Problem("nobody checks in ahead of time");
    const checkin: Checkin = {
      userId: person.userId,
      at,
      ...whereIn(asked, person.places[0] ?? "office"),
      remark: optionalText(asked, "remark") ?? "",
      images: imagesIn(asked),
      visitUser: optionalText(asked, "visitUser"),
    };
    world.apply({ kind: "checkin", checkin });
    const fields = { timeStamp: at, staffId: person.userId };
    if (world.switches.checkinEvents) delivery.push({ type: "check_in", counted: true, bornAt: at, fields });
    await delivery.deliverDue();
    changed();
    return context.json({ checkin: { ...checkin, at: isoText(at) } });
  });
  return routes;
}

function whereIn(asked: Asked, first: string): Pick<Checkin, "place" | "detailPlace" | "lat" | "lng"> {
  const { place = first } = asked;
  if (typeof place === "string") {
    const found = placeCalled(place);
    if (!found) throw new Problem("place is no site");
    return { place: found.name, detailPlace: found.address, lat: found.lat, lng: found.lng };
  }
  const described: Asked = { ...Object(place) };
  const detailPlace = optionalText(described, "address") ?? "浙江省杭州市";
  const name = optionalText(described, "name") ?? detailPlace;
  return { place: name, detailPlace, lat: numberIn(described, "lat"), lng: numberIn(described, "lng") };
}

function imagesIn({ images = [] }: Asked): string[] {
  if (!Array.isArray(images) || images.length > MOST_IMAGES) throw new Problem("images is no list of up to nine");
  return images.map(String);
}
