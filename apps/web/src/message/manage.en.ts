import type { manageZh } from "./manage.zh.ts";

export const manageEn: typeof manageZh = {
  "manage.title": "Manage",
  "manage.rooms": "Parts of this page",
  "manage.period": "Month",
  "manage.period.what": "Check, close, adjust",
  "manage.cost": "Cost",
  "manage.cost.what": "Hours, money and budget of each project",
  "manage.calendar": "Calendar",
  "manage.calendar.what": "Workdays, days off and holidays",
  "manage.people": "People",
  "manage.people.what": "Terms of work and rates",
  "manage.policy": "Rules",
  "manage.policy.what": "Overtime, breaks, tolerance, period",
  "manage.import": "Import",
  "manage.import.what": "DingTalk's exported attendance",
  "manage.connection": "Connection",
  "manage.connection.what": "Connecting DingTalk, calls, pulls",
  "manage.empty": "Nothing here yet",
};
