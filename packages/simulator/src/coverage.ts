/** How far a call of DingTalk is imitated. */
export type Coverage = "supported" | "partial" | "not started";

/** One call that DingTalk offers, named by verb and path as the documents write it. */
export interface CoveredCall {
  readonly call: string;
  readonly coverage: Coverage;
  readonly note?: string;
}

/** Every call of the documents' attendance, login, contacts and callback parts. A test holds it to the routes that exist. */
export const COVERAGE: readonly CoveredCall[] = [
  supported("GET /gettoken"),
  supported("POST /v1.0/oauth2/accessToken"),
  supported("POST /v1.0/oauth2/:corpId/token"),
  supported("POST /v1.0/oauth2/jsapiTickets"),
  supported("GET /get_jsapi_ticket"),
  supported("POST /v1.0/oauth2/userAccessToken"),
  partial("GET /v1.0/contact/users/:unionId", "only oneself"),
  partial("GET /oauth2/auth", "a page on which one chooses who one is"),
  missing("POST /v1.0/oauth2/ssoAccessToken"),
  missing("GET /v1.0/oauth2/ssoUserInfo"),
  missing("POST /sns/getuserinfo_bycode"),

  partial("POST /topapi/v2/user/getuserinfo", "no associated_unionid"),
  partial("POST /topapi/v2/user/get", "every field is permitted; contact scope is the whole organisation"),
  partial("POST /topapi/v2/user/list", "the order is always by number"),
  supported("POST /topapi/user/listsimple"),
  supported("POST /topapi/user/listid"),
  supported("POST /topapi/user/getbyunionid"),
  supported("POST /topapi/v2/user/getbymobile"),
  supported("POST /topapi/user/listadmin"),
  supported("POST /topapi/v2/department/listsub"),
  supported("POST /topapi/v2/department/listsubid"),
  supported("POST /topapi/v2/department/get"),
  supported("POST /topapi/v2/department/listparentbydept"),
  supported("POST /topapi/v2/department/listparentbyuser"),
  supported("GET /auth/scopes"),
  missing("POST /v1.0/contact/users/search"),
  missing("POST /topapi/role/list"),
  missing("POST /topapi/role/simplelist"),
  missing("POST /topapi/role/getrole"),

  supported("POST /attendance/list"),
  partial("POST /attendance/listRecord", "no photoUrl"),
  supported("POST /topapi/attendance/getupdatedata"),
  missing("POST /topapi/attendance/record/upload"),
  supported("POST /topapi/attendance/getleavestatus"),
  supported("POST /topapi/attendance/getleavetimebynames"),
  supported("POST /topapi/attendance/getleaveapproveduration"),
  missing("POST /v1.0/attendance/approvals/durations/calculate"),
  missing("POST /v1.0/attendance/approvals/finish"),
  missing("POST /topapi/attendance/approve/check"),
  missing("POST /topapi/attendance/approve/cancel"),
  missing("POST /topapi/attendance/approve/schedule/switch"),
  supported("POST /topapi/attendance/isopensmartreport"),
  partial("POST /topapi/attendance/getattcolumns", "the documents name two aliases; the others are the usual ones"),
  supported("POST /topapi/attendance/getcolumnval"),
  supported("POST /topapi/attendance/listschedule"),
  supported("POST /topapi/attendance/schedule/listbyusers"),
  supported("POST /topapi/attendance/schedule/listbyday"),
  supported("POST /topapi/attendance/schedule/result/listbyids"),
  supported("POST /topapi/attendance/schedule/shift/listbydays"),
  supported("POST /topapi/attendance/group/search"),
  supported("POST /topapi/attendance/group/minimalism/list"),
  supported("POST /topapi/attendance/group/query"),
  supported("POST /topapi/attendance/getsimplegroups"),
  supported("POST /topapi/attendance/getusergroup"),
  supported("POST /topapi/attendance/group/member/list"),
  supported("POST /topapi/attendance/group/memberusers/list"),
  supported("POST /topapi/attendance/group/member/listbyids"),
  supported("POST /topapi/attendance/groups/idtokey"),
  supported("POST /topapi/attendance/groups/keytoid"),
  partial("POST /topapi/attendance/group/get", "the flags are the same of all groups"),
  supported("POST /topapi/attendance/group/positions/query"),
  supported("POST /topapi/attendance/group/wifis/query"),
  supported("POST /topapi/attendance/group/users/query"),
  supported("POST /topapi/attendance/shift/list"),
  supported("POST /topapi/attendance/shift/search"),
  supported("POST /topapi/attendance/shift/query"),
  supported("POST /topapi/attendance/shift/history/query"),
  missing("POST /topapi/smartdevice/atmachine/get_by_userid"),
  partial("GET /v1.0/attendance/machines/:devId", "by serial number; name, place and state only"),
  missing("GET /v1.0/attendance/machines/getUser/:devId"),
  missing("PUT /v1.0/smartDevice/atmachines/users"),
  supported("POST /topapi/attendance/vacation/type/list"),
  missing("POST /topapi/attendance/vacation/quota/list"),
  partial("POST /v1.0/attendance/vacations/records/query", "approved leave only"),
  supported("POST /v1.0/attendance/holidays"),
  missing("POST /v1.0/attendance/closingAccounts/status/query"),
  missing("POST /v1.0/attendance/closingAccounts/rules/query"),
  missing("GET /v1.0/attendance/overtimeSettings"),
  missing("POST /v1.0/attendance/overtimeSettings/query"),
  missing("GET /v1.0/attendance/adjustments"),
  partial("POST /v1.0/attendance/approvals/query", "known from the vendor's package only; no 补卡"),
  partial("GET /v1.0/attendance/groupDetails", "known from the vendor's package only; without shifts"),
  partial("POST /v1.0/attendance/columnValues/query", "known from the vendor's package only"),
  missing("GET /v1.0/attendance/shifts"),
  missing("GET /v1.0/attendance/classWithDeleted/:classId"),
  supported("GET /checkin/record"),
  supported("POST /topapi/checkin/record/get"),
  partial("POST /v1.0/checkIn/records/query", "known from the vendor's package only"),
  partial("POST /v1.0/attendance/checkin/records/query", "known from the vendor's package only"),

  supported("GET /v1.0/workflow/processInstances"),
  partial("POST /v1.0/workflow/processInstances", "the template's own flow is the originator's manager"),
  supported("POST /v1.0/workflow/processInstances/terminate"),
  missing("POST /v1.0/workflow/processInstances/comments"),
  supported("POST /v1.0/workflow/processes/instanceIds/query"),
  missing("GET /v1.0/workflow/premium/processes/pages/instances"),
  supported("GET /v1.0/workflow/processes/managements/templates"),
  partial("GET /v1.0/workflow/forms/schemas/processCodes", "custom forms; the suites have no items"),
  supported("POST /topapi/processinstance/get"),
  supported("POST /topapi/processinstance/listids"),

  supported("POST /topapi/message/corpconversation/asyncsend_v2"),
  supported("POST /topapi/message/corpconversation/getsendprogress"),
  supported("POST /topapi/message/corpconversation/getsendresult"),
  supported("POST /topapi/message/corpconversation/recall"),
  supported("POST /topapi/message/corpconversation/status_bar/update"),
  partial("POST /v1.0/todo/users/:unionId/tasks", "no buttons, fields and reminders"),
  supported("PUT /v1.0/todo/users/:unionId/tasks/:taskId"),
  supported("PUT /v1.0/todo/users/:unionId/tasks/:taskId/executorStatus"),
  supported("DELETE /v1.0/todo/users/:unionId/tasks/:taskId"),
  partial("POST /v1.0/todo/users/:unionId/org/tasks/query", "no roleTypes and todoType"),
  missing("POST /v1.0/todo/users/me/personalTasks"),
  partial("POST /v1.0/robot/oToMessages/batchSend", "no flow control"),
  partial("POST /v1.0/robot/groupMessages/send", "any conversation is known"),
  supported("POST /v1.0/robot/otoMessages/batchRecall"),
  partial("POST /v1.0/robot/groupMessages/recall", "by the keys alone"),
  supported("GET /v1.0/robot/oToMessages/readStatus"),
  partial("POST /robot/send", "no IP list, and not every error"),
  missing("POST /robot/sendBySession"),

  partial("GET /call_back/get_call_back_failed_result", "events of contacts, attendance and approvals"),
  missing("POST /call_back/register_call_back"),
  missing("POST /call_back/update_call_back"),
  missing("GET /call_back/get_call_back"),
  missing("GET /call_back/delete_call_back"),
  partial("POST /v1.0/gateway/connections/open", "the WebSocket only when a port is open; no card callbacks"),
];

function supported(call: string): CoveredCall {
  return { call, coverage: "supported" };
}

function partial(call: string, note: string): CoveredCall {
  return { call, coverage: "partial", note };
}

function missing(call: string): CoveredCall {
  return { call, coverage: "not started" };
}
