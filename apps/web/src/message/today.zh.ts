/** The page 今天. */
export const todayZh = {
  "today.title": "今日项目",
};
