import type { policyZh } from "./policy.zh.ts";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

export const policyEn: typeof policyZh = {
  "policy.title": "Rules",
  "policy.since": (date) => `From ${date}`,
  "policy.default": "From the start",
  "policy.now": "now",
  "policy.ahead": "later",
  "policy.nowHead": "How it is counted now",
  "policy.edit": "Change the rules",
  "policy.history": "The rules over time",
  "policy.idle": "Choose an entry to see the rules of then",
  "policy.onlyAdmin": "The admin can change it",
  "policy.offline": "No network; change it once you are online",
  "policy.days": days,
  "policy.minutes": (minutes) => `${minutes} min`,

  "policy.overtime": "Overtime",
  "policy.overtime.approved": "Only what is approved",
  "policy.overtime.all": "All of it",
  "policy.overtime.none": "None",
  "policy.overtime.approved.then": "Time outside the shift counts where overtime was approved",
  "policy.overtime.all.then": "All time outside the shift counts; what nobody approved the manager looks at",
  "policy.overtime.none.then": "Only time inside the shift counts, approved overtime neither",

  "policy.breaks": "Breaks",
  "policy.breaks.shift": "By the shift",
  "policy.breaks.length": "By length",
  "policy.breaks.shift.then": "Breaks written in the shift do not count, lunch 12:00–13:00 for instance",
  "policy.breaks.length.then": (after, minutes) => `From ${after} in a day, ${minutes} min are taken off`,
  "policy.breaks.lengthSo": (after, minutes) => `From ${after}, ${minutes} min off`,
  "policy.breaks.after": "From how long",
  "policy.breaks.minutes": "How much is taken off",

  "policy.longDay": "Long day",
  "policy.longDay.then": (length) => `Beyond ${length} a day we ask whether a clock-out is missing`,

  "policy.tolerance": "Tolerance",
  "policy.toleranceSo": (minutes, count) => `± ${minutes} min, within ${days(count)}`,
  "policy.tolerance.minutes": "How far from the shift",
  "policy.tolerance.days": "How late a project may be chosen",
  "policy.tolerance.minutes.then": (minutes) =>
    minutes === 0
      ? "A minute off the shift is looked at by the manager"
      : `Up to ${minutes} min off the shift passes by itself`,
  "policy.tolerance.days.then": (count) =>
    count === 0
      ? "Chosen on the day passes by itself; later the manager looks"
      : `Chosen on the day or ${days(count)} after passes by itself; later the manager looks`,
  "policy.plusMinus": (minutes) => `± ${minutes} min`,

  "policy.backDays": "Correcting backwards",
  "policy.backDays.then": (count) =>
    count === 0
      ? "Employees change only the day itself; the manager or HR does earlier ones"
      : `Employees change and ask up to ${days(count)} back; the manager or HR does earlier ones`,
  "policy.overtimeBackDays": "Overtime afterwards",
  "policy.overtimeBackDays.then": (count) =>
    count === 0
      ? "Overtime is asked for on the day or before"
      : `Overtime may be asked for up to ${days(count)} afterwards`,

  "policy.period": "Period",
  "policy.period.month": "Monthly",
  "policy.period.week": "Weekly",
  "policy.period.month.then": "The books are closed every month",
  "policy.period.week.then": "The books are closed every week, Monday to Sunday",

  "policy.lieu": "Rest-day work",
  "policy.lieuAs": "Rest-day work becomes time off in lieu",
  "policy.lieu.yes": "Time off in lieu",
  "policy.lieu.no": "Paid at 2",
  "policy.lieu.yes.then": "Work on days off becomes time off first and is not paid at 2",
  "policy.lieu.no.then": "Work on days off is paid at 2; who asks may take time off instead",

  "policy.notices": "Work notices",
  "policy.notices.leave": "Tell managers of leave",
  "policy.notices.leave.then": "Leave that takes hours from a project is told to its managers, without the reason",
  "policy.notices.overtime": "Tell of overtime",
  "policy.notices.overtime.then": "The person and their managers, at 24, 30 and 36 hours a month",
  "policy.notices.budget": "Tell of budgets",
  "policy.notices.budget.then": "Managers and finance, at 50, 75, 90 and 100 %",
  "policy.notices.none": "None",
  "policy.onlyApproved": "Export",
  "policy.onlyApprovedAs": "Export approved hours only",
  "policy.onlyApproved.yes": "Approved only",
  "policy.onlyApproved.no": "Everything",
  "policy.onlyApproved.yes.then": "Exports and cost leave out hours that still wait",
  "policy.onlyApproved.no.then": "Exports have all hours; those that wait are marked",

  "policy.months": (count) => `${count} months`,
  "policy.coordinateDays": "Places of punches are kept",
  "policy.coordinateDays.then": (days) =>
    `After ${days} days only the verdict remains; coordinates, address and Wi-Fi go. A shorter time clears tonight`,
  "policy.hourMonths": "Hours are kept at least",
  "policy.hourMonths.then": "The law wants two years; everybody reads this figure in their notice",
  "policy.basis": "Basis of data",
  "policy.basis.notice": "Notice",
  "policy.basis.notice.then": "Everybody reads the notice at first opening",
  "policy.basis.consent": "Consent",
  "policy.basis.consent.then": "Who does not agree has no places kept, all else works",
  "policy.location": "Place of punches",
  "policy.location.optional": "Optional",
  "policy.location.optional.then": "Without it, the place is “cannot tell”",
  "policy.location.required": "Required",
  "policy.location.required.then": "Nobody can switch it off",

  "policy.dated": "From",
  "policy.dated.then": "The hours of this day and later ones are calculated again",
  "policy.lockedFrom": (date) => `Days before ${date} are closed; it is the first one possible`,
  "policy.changed": "Changed",
  "policy.unchanged": "Nothing changed yet",
  "policy.change": (name, before, after) => `${name}: ${before} → ${after}`,
  "policy.save": (date) => `Count like this from ${date}`,
  "policy.saved": (date) => `New rules from ${date}`,
  "policy.problem.period-closed": "A month after that day is closed, so it stays",
  "policy.problem.invalid-input": "A number is out of range",
};
