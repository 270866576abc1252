import "./icon.css";

/** Strokes on a 24 grid, 1.8 wide; what begins with `fill ` is a filled shape. */
const drawings = {
  today: [
    "M5.5 5h13a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z",
    "M8 3v4M16 3v4",
    "m8.5 13.2 2.5 2.5 4.5-4.7",
  ],
  hours: ["M4.5 17.5v-6h3.6v6zM10.2 17.5V5h3.6v12.5zM15.9 17.5V9.3h3.6v8.2z", "M3 20.5h18"],
  team: [
    "M12.5 7.5a3.3 3.3 0 1 1-6.6 0 3.3 3.3 0 0 1 6.6 0Z",
    "M3.2 20c0-3.7 2.6-6 6-6s6 2.3 6 6",
    "M15 4.5a3.3 3.3 0 0 1 .6 6.4M17.4 14.6c2.1.8 3.4 2.7 3.4 5.4",
  ],
  manage: [
    "M5 4h4.5a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM14.5 4H19a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-4.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z",
    "M5 13.5h4.5a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1ZM14.5 13.5H19a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1h-4.5a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1Z",
  ],
  me: ["M15.8 7.7a3.8 3.8 0 1 1-7.6 0 3.8 3.8 0 0 1 7.6 0Z", "M4.5 20.5c0-4.2 3.3-6.5 7.5-6.5s7.5 2.3 7.5 6.5"],
  search: ["M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z", "m15.3 15.3 5.2 5.2"],
  refresh: ["M4.5 10.2A7.8 7.8 0 0 1 18.6 7.5M19.5 13.8A7.8 7.8 0 0 1 5.4 16.5", "M19 3.5v4.3h-4.3M5 20.5v-4.3h4.3"],
  check: ["m5 12.5 4.8 4.8L19 7.5"],
  "check-circle": [
    "fill M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Zm4.7 7.6-5.6 5.8a.9.9 0 0 1-1.3 0l-2.6-2.7a.9.9 0 1 1 1.3-1.25l2 2 4.9-5.1a.9.9 0 1 1 1.3 1.25Z",
  ],
  clock: ["M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z", "M12 7.2V12l3.2 2"],
  history: ["M4 12a8.3 8.3 0 1 0 2.6-6", "M6.8 2.8v3.5h3.5", "M12 8v4.3l3 1.8"],
  shield: ["M12 3.2 4.8 5.8v5.5c0 4.6 3 8 7.2 9.5 4.2-1.5 7.2-4.9 7.2-9.5V5.8z", "m8.8 11.9 2.3 2.3 4.2-4.4"],
  offline: [
    "M7.2 8A5.7 5.7 0 0 1 12.3 5c2.8 0 5.1 1.9 5.8 4.5A4.4 4.4 0 0 1 20.6 16.5M16.5 18.5H7a4.5 4.5 0 0 1-2.2-8.4",
    "m3.5 3.5 17 17",
  ],
  swap: ["M4 9h15.5l-4-4M20 15H4.5l4 4"],
  split: ["M3.5 8.5h17v7h-17z", "M9.2 5.5v13M14.8 5.5v13"],
  bowl: [
    "M3.5 11.5h17c0 3.2-1.6 5.3-3.7 6.3v1.7H7.2v-1.7c-2.1-1-3.7-3.1-3.7-6.3Z",
    "M9.5 4.5c-1 1 .9 1.9 0 3.3M13.7 4.5c-1 1 .9 1.9 0 3.3",
  ],
  edit: ["m4.5 16.3-.8 4 4-.8L19.6 7.6a2.2 2.2 0 0 0-3.2-3.2z", "m14.3 6.5 3.2 3.2"],
  message: ["M4 5h16v11.5h-8L8 20v-3.5H4z"],
  lock: [
    "M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5Z",
    "M8 10.5V8a4 4 0 0 1 8 0v2.5",
  ],
  coin: ["M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z", "m8.8 7.5 3.2 4.7 3.2-4.7M12 12.2v5M9 13.6h6"],
  calendar: [
    "M5.5 5h13a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z",
    "M8 3v4M16 3v4M3.5 10.5h17",
  ],
  rules: [
    "M4 7.5h8.5M17.5 7.5H20M4 16.5h2.5M11.5 16.5H20",
    "M17.5 7.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM11.5 16.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z",
  ],
  import: ["M12 3.5v11m-4.5-4.5 4.5 4.5 4.5-4.5", "M4 15.5v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3"],
  flag: ["M5.5 21V4h12.5l-2.4 4 2.4 4H5.5"],
  alert: ["M12 4 2.8 20h18.4z", "M12 10v4.5M12 17.2v.1"],
  plus: ["M12 5v14M5 12h14"],
  close: ["m5.5 5.5 13 13M18.5 5.5l-13 13"],
  left: ["m14.5 5-7 7 7 7"],
  right: ["m9.5 5 7 7-7 7"],
  down: ["m5 9 7 7 7-7"],
  handle: ["m8.5 9.5 3.5-3.5 3.5 3.5M8.5 14.5l3.5 3.5 3.5-3.5"],
  "pin-inside": [
    "fill M12 2.2c-4.3 0-7.6 3.3-7.6 7.5 0 5.3 5.5 9.9 7 11.9a.75.75 0 0 0 1.2 0c1.5-2 7-6.6 7-11.9 0-4.2-3.3-7.5-7.6-7.5Zm3.9 6-4.2 4.4a.8.8 0 0 1-1.2 0l-2.1-2.2a.8.8 0 1 1 1.2-1.1l1.5 1.6 3.6-3.8a.8.8 0 1 1 1.2 1.1Z",
  ],
  "pin-outside": ["M12 3c4 0 6.9 3 6.9 6.7 0 4.8-5 9-6.9 11.6-1.9-2.6-6.9-6.8-6.9-11.6C5.1 6 8 3 12 3Z", "M9 9.8h6"],
  "pin-unknown": [
    "dash M12 3c4 0 6.9 3 6.9 6.7 0 4.8-5 9-6.9 11.6-1.9-2.6-6.9-6.8-6.9-11.6C5.1 6 8 3 12 3Z",
    "M10.2 8.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.3M12 13.6v.1",
  ],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof drawings;

/** A drawing beside a label, never alone: screen readers do not hear it. 1.25em unless told. */
export function Icon({ name, size = "1.25em", strong = false }: { name: IconName; size?: string; strong?: boolean }) {
  return (
    <svg
      className="td-icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      data-strong={strong || undefined}
    >
      {drawings[name].map((drawing) => (
        <Stroke key={drawing} drawing={drawing} />
      ))}
    </svg>
  );
}

function Stroke({ drawing }: { drawing: string }) {
  const [, how, path] = /^(fill |dash )?(.*)$/.exec(drawing) ?? [];
  if (how === "fill ") return <path d={path} fill="currentColor" fillRule="evenodd" stroke="none" />;
  return <path d={path} {...(how === "dash " ? { strokeDasharray: "2.6 2.4" } : {})} />;
}
