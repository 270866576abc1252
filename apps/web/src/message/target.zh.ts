/** 管理 › 对接: products that our hours go to. */
export const targetZh = {
  "target.title": "对接",
  "target.back": "所有对接",
  "target.part.projects": "项目去处",
  "target.part.people": "人员对应",
  "target.part.mapping": "字段对应",
  "target.part.worklogs": "要推什么",
  "target.part.comparison": "对账",
  "target.part.hooks": "推送地址",
  "target.part.keys": "接口密钥",
  "target.refused.version-conflict": "别人刚改过，现在显示的是最新的",
};
