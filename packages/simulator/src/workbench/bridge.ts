import type { Person } from "../company/person.ts";
import { OFFICE, placeCalled } from "../company/site.ts";
import { Problem } from "../control/asked.ts";
import type { Ground } from "../wire/api.ts";
import { phoneAt } from "../world/spot.ts";
import { readAsset } from "./asset.ts";
import { type Platform, userAgentOf } from "./user-agent.ts";

/** GCJ-02 minus WGS-84 around Hangzhou, in degrees. */
const SHIFT = { lat: -0.0024, lng: 0.0047 };

/** Where a page with the bridge runs. */
export interface BridgePlace {
  readonly ground: Ground;
  /** The simulator's own address. */
  readonly origin: string;
  readonly query: URLSearchParams;
}

/** The script that makes a page believe it is inside DingTalk, for the person that `user` names. */
export async function bridgeScript({ ground, origin, query }: BridgePlace): Promise<string> {
  const person = ground.world.person(query.get("user") ?? "");
  if (!person) throw new Problem("user is nobody here", 404);
  const platform: Platform = query.get("platform") === "android" ? "android" : "ios";
  const inFrame = query.get("frame") === "1";
  const settings = {
    user: person.userId,
    origin,
    corpId: ground.app.corpId,
    platform,
    position: positionOf(person, query),
    shift: SHIFT,
    auth: query.get("auth") !== "0",
    mock: query.get("mock") === "1",
    denied: query.get("denied") === "1",
    now: inFrame || query.get("clock") === "1" ? ground.clock.now() : null,
  };
  const bridge = written(await readAsset("bridge.js"), settings);
  if (!inFrame) return bridge;
  const home = { user: person.userId, prefix: framePrefix(person.userId), userAgent: userAgentOf(platform) };
  return written(await readAsset("at-home.js"), home) + bridge;
}

/** Where the app's root lies for one person's phone. */
export function framePrefix(userId: string): string {
  return `/_simulator/phone/${encodeURIComponent(userId)}/`;
}

function positionOf(person: Person, query: URLSearchParams): object {
  const accuracy = Number(query.get("accuracy") ?? 15);
  const wanted = query.get("place") ?? person.places[0] ?? OFFICE.id;
  const [, lat, lng] = /^(-?[\d.]+),(-?[\d.]+)$/.exec(wanted) ?? [];
  if (lat !== undefined) return { lat: Number(lat), lng: Number(lng), accuracy, address: "浙江省杭州市" };
  const place = placeCalled(wanted);
  if (!place) throw new Problem("place is no site");
  const spot = phoneAt(place, { metres: 38, degrees: 63, accuracy });
  return { lat: spot.lat, lng: spot.lng, accuracy, address: spot.address };
}

function written(source: string, settings: object): string {
  return source.replace("SETTINGS;", () => `${JSON.stringify(settings).replaceAll("<", "\\u003c")};`);
}
