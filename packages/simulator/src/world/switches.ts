/** The switches of the world and its pushes. What DingTalk's documents leave open is a switch here. */
export interface Switches {
  /** Numbers now and then come as text. */
  readonly jitter: boolean;
  /** Old paths outside `topapi` wrap gateway errors with 88 as well. */
  readonly wrap88: boolean;
  readonly duplicateEvents: boolean;
  /** A 补卡 shows in `listRecord`. */
  readonly supplyInRecords: boolean;
  readonly punchEvents: boolean;
  readonly contactEvents: boolean;
  readonly eventCasing: "documented" | "capitals" | "no-event-id";
  /** One way at a time: to the registered address, or by the app's Stream connections. */
  readonly eventMode: "http" | "stream";
  /** For how long a Stream event that nobody acknowledged comes again. */
  readonly streamHorizon: "5m" | "1h" | "24h";
  /** `check_in` is pushed. */
  readonly checkinEvents: boolean;
  /** What `checkin/record` says of a subtree with more than 1,000 people. */
  readonly bigSubtreeCode: "400002" | "40009" | "-1";
  /** 智能统计 is open. */
  readonly smartReport: boolean;
  /** More ids than a call takes. */
  readonly tooManyIdsCode: "40032" | "400002" | "40035";
  /** A longer time than a call takes, other than of punches. */
  readonly spanCode: "41041" | "400002" | "40035";
  /** Calls that only the vendor's package knows are open to an ordinary app. */
  readonly vendorOnlyCalls: boolean;
  /** `attend_shift_change` and `attend_group_change` are pushed. */
  readonly attendanceEvents: boolean;
  /** `attendance_schedule_change`, which only a historic page knows, is pushed. */
  readonly scheduleEvents: boolean;
  /** `todo_task_create`, `_update` and `_delete` are pushed. */
  readonly todoEvents: boolean;
  /** A notice is under way for ten seconds of the simulator's clock. */
  readonly slowNotices: boolean;
  /** The app may read mobile numbers after a browser login. */
  readonly mobileScope: boolean;
  /** The app has the field permissions for `mobile`, `email` and `org_email` of the directory. */
  readonly contactFields: boolean;
  /** `bpms_instance_change`, `bpms_task_change` and `attendance_approve_status_change` are pushed. */
  readonly approvalEvents: boolean;
  /** The new 加班 form is a container, the old one a single component. */
  readonly overtimeForm: "suite" | "field";
  readonly tripForm: "flat" | "suite";
  /** What `extValue.unit` says of half days. */
  readonly halfDayUnit: "DAY" | "HALF_DAY";
  readonly leaveCategory: "empty" | "attendance.leave";
  /** `approveType` says `OUT` of a 出差 and `TRAVEL` of a 外出, as the event's page does. */
  readonly swapTravelAndOut: boolean;
  /** `getleavestatus` gives pending and withdrawn leave too. */
  readonly unsettledLeaveShows: boolean;
  readonly extValueMissing: boolean;
  /** Instance times are Beijing's wall clock with a false Z, or UTC as the vendor's package says. */
  readonly approvalTimes: "beijing" | "utc";
  /** `success` of the workflow calls is the text "true". */
  readonly successText: boolean;
  /** Does the app still have the closed permission of `topapi/processinstance`? */
  readonly oldApprovalApi: boolean;
}

export const FIRST_SWITCHES: Switches = {
  jitter: false,
  wrap88: false,
  duplicateEvents: false,
  supplyInRecords: true,
  punchEvents: false,
  contactEvents: true,
  eventCasing: "documented",
  eventMode: "http",
  streamHorizon: "1h",
  checkinEvents: false,
  bigSubtreeCode: "400002",
  smartReport: true,
  tooManyIdsCode: "40032",
  spanCode: "41041",
  vendorOnlyCalls: true,
  attendanceEvents: false,
  scheduleEvents: false,
  todoEvents: false,
  slowNotices: false,
  mobileScope: true,
  contactFields: true,
  approvalEvents: false,
  overtimeForm: "suite",
  tripForm: "flat",
  halfDayUnit: "DAY",
  leaveCategory: "empty",
  swapTravelAndOut: true,
  unsettledLeaveShows: false,
  extValueMissing: false,
  approvalTimes: "beijing",
  successText: false,
  oldApprovalApi: true,
};

type WordSwitch = { [Name in keyof Switches]: Switches[Name] extends boolean ? never : Name }[keyof Switches];

/** The words that a switch which is not yes or no may have. */
export const SWITCH_WORDS: Readonly<{ [Name in WordSwitch]: readonly Switches[Name][] }> = {
  eventCasing: ["documented", "capitals", "no-event-id"],
  eventMode: ["http", "stream"],
  streamHorizon: ["5m", "1h", "24h"],
  bigSubtreeCode: ["400002", "40009", "-1"],
  tooManyIdsCode: ["40032", "400002", "40035"],
  spanCode: ["41041", "400002", "40035"],
  overtimeForm: ["suite", "field"],
  tripForm: ["flat", "suite"],
  halfDayUnit: ["DAY", "HALF_DAY"],
  leaveCategory: ["empty", "attendance.leave"],
  approvalTimes: ["beijing", "utc"],
};
