/** The page 管理: the rooms of HR, finance and the admin. */
export const manageZh = {
  "manage.title": "管理",
  "manage.rooms": "管理的内容",
  "manage.period": "月结",
  "manage.period.what": "核对、结账、调整",
  "manage.cost": "成本",
  "manage.cost.what": "每个项目的工时、金额和预算",
  "manage.calendar": "日历",
  "manage.calendar.what": "工作日、休息日和节假日",
  "manage.people": "人员",
  "manage.people.what": "工时制度和费率",
  "manage.policy": "规则",
  "manage.policy.what": "加班、休息、容差和结算周期",
  "manage.import": "导入",
  "manage.import.what": "钉钉导出的考勤表",
  "manage.empty": "这里还没有内容",
};
