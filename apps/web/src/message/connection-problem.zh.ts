/** What may be wrong with a step: a cause, and what to do about it. DingTalk's own code is put behind the cause. */
export const connectionProblemZh = {
  busy: ["钉钉正忙", "过一分钟再检查"],
  throttled: ["问得太快，钉钉让等一等", "过一分钟再检查"],
  quota: ["本月的调用用完了", "下月再检查，或给组织加购调用量"],
  "ip-refused": ["钉钉不认这个地址", "加进去保存就好"],
  permission: ["有权限还没开通", "申请下面这些，通过后再检查"],
  credentials: ["钉钉不认 Client ID 或 Client Secret", "照后台重新填，再重启服务"],
  "not-found": ["钉钉说没有这个人或部门", "同步一次人员再检查"],
  "bad-request": ["钉钉不认这个请求", "打开详情，把代码发给我们"],
  banned: ["钉钉暂时封了这个地址", "停 5 分钟再检查"],
  unreadable: ["收到的不是钉钉的回答", "看看中间的代理或转发地址"],
  timeout: ["没等到钉钉的回答", "看看服务器能不能上网，再检查"],
  "code-invalid": ["登录码用过或过期了", "关掉，从工作台再打开一次"],
  "contact-range": ["通讯录范围没有包含所有人", "把通讯录权限范围改成全部员工"],
  "app-stopped": ["应用停用了", "在后台把应用重新启用"],
  "company-disabled": ["组织停用了", "请主管理员恢复组织"],
  internal: ["我们这边出错了", "再检查一次"],
  "agent-id-missing": ["还没有填 AgentId", "把它填进设置 DINGTALK_AGENT_ID，再重启服务"],
  "not-opened-yet": ["还没有人从工作台打开过", "填好首页地址，从工作台打开一次"],
  "callback-keys-missing": ["还没有填加密 aes_key 和签名 token", "填进设置，再重启服务"],
  "no-push-yet": ["钉钉还没有验证过这个地址", "填好请求网址，在后台点保存"],
  "nobody-came-yet": ["还没有同事登录过", "发布后请一位同事打开一次"],
} as const satisfies Record<string, readonly [cause: string, act: string]>;

/** Where a step says it in other words: `step.problem`. */
export const stepProblemZh: Readonly<Record<string, readonly [cause: string, act: string]>> = {
  "credentials.permission": ["应用没有取令牌的权限", "确认它是企业内部应用，再检查"],
  "credentials.bad-request": ["钉钉不认这组凭证", "核对 CorpId、Client ID 和 Client Secret"],
  "credentials.not-found": ["钉钉找不到这个组织或应用", "核对 CorpId、Client ID 和 Client Secret"],
  "scopes.quota": ["本月的调用用完了，考勤权限查不了", "下月再检查，或给组织加购调用量"],
  "scopes.not-found": ["你不在钉钉的通讯录范围里", "把通讯录权限范围改成全部员工"],
  "address.timeout": ["服务器连不上钉钉", "看看防火墙、代理和转发地址"],
  "events.ip-refused": ["钉钉不认这个地址", "先修好服务器出口 IP 这一步"],
  "home.code-invalid": ["登录码用过或过期了", "关掉，从工作台再打开一次"],
  "release.permission": ["应用还不能让这些人用", "在可使用范围里选上他们"],
};
