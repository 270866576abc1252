/** 管理 › 规则: how the company counts, from which date on, each rule with what follows from it. */
export const policyZh = {
  "policy.title": "规则",
  "policy.since": (date: string) => `从 ${date} 起`,
  "policy.default": "一开始",
  "policy.now": "现在",
  "policy.ahead": "以后",
  "policy.nowHead": "现在这样算",
  "policy.edit": "改规则",
  "policy.history": "各个时候的规则",
  "policy.idle": "点一条，看那时的规则",
  "policy.onlyAdmin": "管理员可以改",
  "policy.offline": "没有网络，联网后再改",
  "policy.days": (days: number) => `${days} 天`,
  "policy.minutes": (minutes: number) => `${minutes} 分`,

  "policy.overtime": "加班",
  "policy.overtime.approved": "批准的才算",
  "policy.overtime.all": "全算",
  "policy.overtime.none": "不算",
  "policy.overtime.approved.then": "班次以外的时间，有批准的加班才计入",
  "policy.overtime.all.then": "班次以外的打卡都计入，没批过的要负责人看一眼",
  "policy.overtime.none.then": "只计入班次以内的时间，有加班批准也不计入",

  "policy.breaks": "休息",
  "policy.breaks.shift": "按班次",
  "policy.breaks.length": "按时长",
  "policy.breaks.shift.then": "班次里写的休息不计入，比如午休 12:00–13:00",
  "policy.breaks.length.then": (after: string, minutes: number) => `一天满 ${after}，扣 ${minutes} 分休息`,
  "policy.breaks.lengthSo": (after: string, minutes: number) => `满 ${after} 扣 ${minutes} 分`,
  "policy.breaks.after": "满多久",
  "policy.breaks.minutes": "扣多少",

  "policy.longDay": "长日",
  "policy.longDay.then": (length: string) => `一天超过 ${length}，提示是不是少了一次下班卡`,

  "policy.tolerance": "容差",
  "policy.toleranceSo": (minutes: number, days: number) => `± ${minutes} 分，${days} 天内`,
  "policy.tolerance.minutes": "和班次差多少以内",
  "policy.tolerance.days": "几天内选的项目",
  "policy.tolerance.minutes.then": (minutes: number) =>
    minutes === 0 ? "和班次差 1 分也要负责人看" : `和班次差 ${minutes} 分以内，自动通过，不用负责人看`,
  "policy.tolerance.days.then": (days: number) =>
    days === 0
      ? "当天选的项目自动通过，第二天再选要负责人看"
      : `当天和之后 ${days} 天里选的项目自动通过，再晚要负责人看`,
  "policy.plusMinus": (minutes: number) => `± ${minutes} 分`,

  "policy.backDays": "往回更正",
  "policy.backDays.then": (days: number) =>
    days === 0
      ? "员工只能改当天的，再早的由负责人或人事代办"
      : `员工能改、能申请 ${days} 天以内的，再早的由负责人或人事代办`,
  "policy.overtimeBackDays": "补报加班",
  "policy.overtimeBackDays.then": (days: number) =>
    days === 0 ? "加班要当天或提前报" : `加班过后 ${days} 天以内还能补报`,

  "policy.period": "结算周期",
  "policy.period.month": "按月",
  "policy.period.week": "按周",
  "policy.period.month.then": "每个月结一次账",
  "policy.period.week.then": "每周结一次账，周一到周日",

  "policy.lieu": "休息日加班",
  "policy.lieuAs": "休息日加班默认换调休",
  "policy.lieu.yes": "默认换调休",
  "policy.lieu.no": "默认付 2 倍",
  "policy.lieu.yes.then": "休息日来上班，先记成调休，不付 2 倍",
  "policy.lieu.no.then": "休息日来上班，按 2 倍付，申请时可以改成调休",

  "policy.onlyApproved": "导出",
  "policy.onlyApprovedAs": "只导出审批过的",
  "policy.onlyApproved.yes": "只要审批过的",
  "policy.onlyApproved.no": "全部",
  "policy.onlyApproved.yes.then": "导出和成本里没有还在等审批的工时",
  "policy.onlyApproved.no.then": "导出里有全部工时，等审批的会标出来",

  "policy.months": (count: number) => `${count} 个月`,
  "policy.coordinateDays": "打卡位置存多久",
  "policy.coordinateDays.then": (days: number) => `满 ${days} 天只留结论，坐标、地址、Wi-Fi 都清掉；改短了当晚就清`,
  "policy.hourMonths": "工时至少存多久",
  "policy.hourMonths.then": "法律要求至少 2 年；写在每个人看到的说明里",
  "policy.basis": "数据的依据",
  "policy.basis.notice": "告知",
  "policy.basis.notice.then": "第一次打开先看说明",
  "policy.basis.consent": "同意",
  "policy.basis.consent.then": "没同意的人不存位置，其他照常",
  "policy.location": "打卡位置",
  "policy.location.optional": "可以不给",
  "policy.location.optional.then": "不给位置的人，地点记“判断不了”",
  "policy.location.required": "要给",
  "policy.location.required.then": "员工不能关掉位置",

  "policy.dated": "从哪天起",
  "policy.dated.then": "这天和以后的工时会重新算",
  "policy.lockedFrom": (date: string) => `${date}以前已结账，最早从这天起`,
  "policy.changed": "改了",
  "policy.unchanged": "还没有改动",
  "policy.change": (name: string, before: string, after: string) => `${name}：${before} → ${after}`,
  "policy.save": (date: string) => `从 ${date} 起这样算`,
  "policy.saved": (date: string) => `从 ${date} 起按新规则算`,
  "policy.problem.period-closed": "那天以后有已结账的月份，不能改",
  "policy.problem.invalid-input": "有一个数不在范围里",
};
