import { between, type Draw, oneOf } from "../company/random.ts";
import type { Place } from "../company/site.ts";

/** Where and by what means somebody punched. Coordinates are GCJ-02 degrees, accuracy is metres. */
export interface Spot {
  readonly method: "MAP" | "WIFI" | "ATM";
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
  readonly address: string;
  readonly ssid: string | null;
  readonly bssid: string | null;
  readonly machine: string | null;
  /** The place whose rule was met; null is 外勤. */
  readonly base: Place | null;
  readonly remark: string | null;
}

const METRES_PER_DEGREE = 111_195;

const ELSEWHERE = [
  { lat: 30.2591, lng: 120.2193, address: "浙江省杭州市上城区钱江路示例客户处", remark: "客户现场沟通" },
  { lat: 30.1853, lng: 120.2646, address: "浙江省杭州市萧山区市心路示例材料市场", remark: "看材料" },
  { lat: 30.3396, lng: 120.1079, address: "浙江省杭州市拱墅区莫干山路示例设计院", remark: "图纸会审" },
  { lat: 30.0489, lng: 119.9602, address: "浙江省杭州市富阳区示例构件厂", remark: "构件厂验收" },
  { lat: 30.2741, lng: 120.1551, address: "浙江省杭州市拱墅区示例主管部门", remark: "办手续" },
] as const;

/** A phone at so many metres from a place's centre, towards `degrees` (0 is north). */
export function phoneAt(
  place: Place,
  { metres, degrees, accuracy }: { metres: number; degrees: number; accuracy: number },
): Spot {
  const radians = (degrees * Math.PI) / 180;
  const lat = place.lat + (metres * Math.cos(radians)) / METRES_PER_DEGREE;
  const lng = place.lng + (metres * Math.sin(radians)) / (METRES_PER_DEGREE * Math.cos((place.lat * Math.PI) / 180));
  return {
    method: "MAP",
    lat: rounded(lat),
    lng: rounded(lng),
    accuracy,
    address: place.address,
    ssid: null,
    bssid: null,
    machine: null,
    base: place,
    remark: null,
  };
}

/** A phone somewhere within a place, by satellite or by its Wi-Fi. */
export function phoneWithin(draw: Draw, place: Place): Spot {
  const accuracy = draw() < 0.02 ? 420 : between(draw, 10, 80);
  const spot = phoneAt(place, {
    metres: between(draw, 5, Math.round(place.radius * 0.55)),
    degrees: between(draw, 0, 359),
    accuracy,
  });
  const overWifi = draw() < (place.id === "office" ? 0.6 : 0.2);
  return overWifi
    ? { ...spot, method: "WIFI", ssid: oneOf(draw, place.ssids), bssid: oneOf(draw, place.bssids) }
    : spot;
}

/** The gate machine of a place; a place without one is punched by phone. */
export function machineAt(draw: Draw, place: Place): Spot {
  if (place.machines.length === 0) return phoneWithin(draw, place);
  const { sn, name } = oneOf(draw, place.machines);
  return {
    method: "ATM",
    lat: null,
    lng: null,
    accuracy: null,
    address: name,
    ssid: null,
    bssid: null,
    machine: sn,
    base: place,
    remark: null,
  };
}

/** Outside every place: 外勤 with a remark. */
export function outside(draw: Draw): Spot {
  const { lat, lng, address, remark } = oneOf(draw, ELSEWHERE);
  const moved = { lat: rounded(lat + (draw() - 0.5) / 100), lng: rounded(lng + (draw() - 0.5) / 100) };
  const accuracy = between(draw, 10, 80);
  return { method: "MAP", ...moved, accuracy, address, ssid: null, bssid: null, machine: null, base: null, remark };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
