/** Where people punch: one of the building sites or the head office. */
export type PlaceId = "site-1" | "site-2" | "site-3" | "site-4" | "site-5" | "office";

/** Coordinates are GCJ-02 degrees, the radius is metres. */
export interface Place {
  readonly id: PlaceId;
  readonly code: string;
  readonly name: string;
  /** At most 8 characters. */
  readonly shortName: string;
  readonly mark: string;
  readonly lat: number;
  readonly lng: number;
  readonly radius: number;
  readonly address: string;
  readonly ssids: readonly string[];
  readonly bssids: readonly string[];
  readonly machines: readonly { readonly sn: string; readonly name: string }[];
  readonly manager: string;
  readonly departmentId: number;
}

export const OFFICE: Place = {
  id: "office",
  code: "HQ",
  name: "集团总部",
  shortName: "集团总部",
  mark: "总",
  lat: 30.2796,
  lng: 120.1265,
  radius: 200,
  address: "浙江省杭州市西湖区文三路示例大厦",
  ssids: ["HZJS-OFFICE"],
  bssids: ["54:8d:5a:10:00:01", "54:8d:5a:10:00:02"],
  machines: [],
  manager: "admin012",
  departmentId: 512030050,
};

export const SITES: readonly Place[] = [
  {
    id: "site-1",
    code: "GL2B",
    name: "滨江区奥体中心亚运配套综合管廊二期工程（B标段）",
    shortName: "管廊二期B标",
    mark: "廊",
    lat: 30.2287,
    lng: 120.2279,
    radius: 200,
    address: "浙江省杭州市滨江区飞虹路示例工地",
    ssids: ["GL2B-SITE"],
    bssids: ["54:8d:5a:20:01:73"],
    machines: [{ sn: "0601IFW201001N000101", name: "管廊B标东门考勤机" }],
    manager: "wang003",
    departmentId: 512030010,
  },
  {
    id: "site-2",
    code: "SW3",
    name: "钱塘区智慧水务三号泵站改造工程",
    shortName: "智慧水务",
    mark: "水",
    lat: 30.308,
    lng: 120.356,
    radius: 150,
    address: "浙江省杭州市钱塘区江东大道示例泵站",
    ssids: ["SW3-PUMP"],
    bssids: ["54:8d:5a:20:02:18"],
    machines: [{ sn: "0601IFW201001N000202", name: "三号泵站门岗考勤机" }],
    manager: "ouyang009",
    departmentId: 512030030,
  },
  {
    id: "site-3",
    code: "T4MQ",
    name: "萧山国际机场三期航站楼幕墙工程",
    shortName: "机场幕墙",
    mark: "幕",
    lat: 30.2363,
    lng: 120.4289,
    radius: 300,
    address: "浙江省杭州市萧山区机场东路示例工地",
    ssids: ["T4-FACADE"],
    bssids: ["54:8d:5a:20:03:41"],
    machines: [
      { sn: "0601IFW201001N000303", name: "机场幕墙1号闸机" },
      { sn: "0601IFW201001N000304", name: "机场幕墙2号闸机" },
    ],
    manager: "he008",
    departmentId: 512030020,
  },
  {
    id: "site-4",
    code: "LPJG3",
    name: "临平区老旧小区改造三批工程",
    shortName: "临平旧改三批",
    mark: "改",
    lat: 30.419,
    lng: 120.299,
    radius: 250,
    address: "浙江省杭州市临平区东湖街道示例小区",
    ssids: ["LP-JG3"],
    bssids: ["54:8d:5a:20:04:66"],
    machines: [{ sn: "0601IFW201001N000405", name: "临平旧改南门考勤机" }],
    manager: "xu010",
    departmentId: 512030010,
  },
  {
    id: "site-5",
    code: "WLYY",
    name: "余杭区未来科技城医院二期工程",
    shortName: "未来医院二期",
    mark: "医",
    lat: 30.278,
    lng: 120.006,
    radius: 250,
    address: "浙江省杭州市余杭区高教路示例工地",
    ssids: ["WLYY-2"],
    bssids: ["54:8d:5a:20:05:90"],
    machines: [{ sn: "0601IFW201001N000506", name: "未来医院西门闸机" }],
    manager: "he008",
    departmentId: 512030020,
  },
];

const PLACES: ReadonlyMap<string, Place> = new Map([OFFICE, ...SITES].map((place) => [place.id, place]));

/** The place with this id; undefined for an unknown one. */
export function placeCalled(id: string): Place | undefined {
  return PLACES.get(id);
}
