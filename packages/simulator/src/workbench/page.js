import { ask, busily, clockOf, element, fill, notify } from "./actions.js";
import { holdPhone, wakePhone } from "./phone-frame.js";

const RESULTS = { Normal: "正常", Late: "迟到", SeriousLate: "严重迟到", Absenteeism: "旷工迟到", Early: "早退" };
const WEEKDAYS = "日一二三四五六";
const places = new Map();
let chosen = new URLSearchParams(location.hash.slice(1)).get("user") ?? "zhao001";
let today = "";

async function start() {
  const world = await ask("world");
  element("company").textContent = `${world.corpName} · ${world.people} 人 · 都是编的`;
  for (const site of [...world.sites, world.office]) places.set(site.id, site.shortName);
  fill(element("place"), [
    ...[...places].map(([id, name]) => ({ tag: "option", name: id, parts: [["span", name]] })),
    { tag: "option", name: "away", parts: [["span", "外面（外勤）"]] },
  ]);
  for (const option of element("place").options) option.value = option.className;
  await Promise.all([search(), become(chosen), refresh()]);
  setInterval(() => refresh().catch(() => notify("模拟钉钉没有回应", true)), 2000);
}

async function search() {
  const { people, total } = await ask(`people?limit=60&search=${encodeURIComponent(element("search").value.trim())}`);
  const items = people.map(({ name, title, sites, group }) => {
    const where = sites.map((id) => places.get(id)).join("、") || "集团总部";
    return {
      tag: "button",
      parts: [
        ["b", name],
        ["small", title],
        ["small", `${where} · ${group}`, "where"],
      ],
    };
  });
  fill(element("people"), items);
  for (const [index, button] of [...element("people").children].entries()) {
    const { userId } = people[index];
    button.type = "button";
    button.dataset.user = userId;
    button.setAttribute("aria-pressed", String(userId === chosen));
    button.addEventListener("click", () => become(userId));
    const item = document.createElement("li");
    button.replaceWith(item);
    item.append(button);
  }
  element("found").textContent =
    total > people.length ? `共 ${total} 人，这里是前 ${people.length} 个` : `共 ${total} 人`;
}

async function become(userId) {
  chosen = userId;
  history.replaceState(null, "", `#user=${userId}`);
  for (const button of element("people").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.user === userId));
  }
  const { person } = await showPerson();
  element("place").value = person.sites[0] ?? "office";
  await holdPhone(userId);
}

async function showPerson() {
  const shown = await ask(`people/${encodeURIComponent(chosen)}`);
  const { person, day } = shown;
  element("who").textContent = person.name;
  const roles = { 1: "主管理员", 2: "子管理员" }[person.sysLevel];
  element("role").textContent = [
    person.title,
    roles,
    person.leads.length > 0 ? "部门负责人" : "",
    person.group,
    person.userId,
  ]
    .filter(Boolean)
    .join(" · ");
  const leave = day.points.find((point) => point.leave)?.leave;
  const hours = day.points.map(({ at }) => clockOf(at)).join(" – ");
  element("shift").textContent = day.shift ? `${day.shift} ${hours}${leave ? ` · ${leave}` : ""}` : "今天没有排班";
  const rows = day.punches.map(({ at, type, timeResult, locationResult, address, invalid }) => {
    const verdict = invalid ?? (locationResult === "Outside" ? "外勤" : (RESULTS[timeResult] ?? timeResult));
    const word = type === "OnDuty" ? "上班" : type === "OffDuty" ? "下班" : "无效";
    const odd = invalid || verdict !== "正常" ? "tag odd" : "tag";
    return {
      name: invalid ? "invalid" : "",
      parts: [
        ["b", clockOf(at)],
        ["span", `${word} ${verdict}`, odd],
        ["small", address],
      ],
    };
  });
  fill(element("punches"), rows);
  return shown;
}

async function refresh() {
  const state = await ask("state");
  const { now, ms } = state.clock;
  today = now.slice(0, 10);
  element("time").textContent = clockOf(now);
  element("status-time").textContent = clockOf(now);
  const weekday = WEEKDAYS[new Date(`${today}T00:00:00Z`).getUTCDay()];
  element("date").textContent = `${Number(today.slice(5, 7))}月${Number(today.slice(8))}日 周${weekday}`;
  const { counted, limit, exempt } = state.calls;
  element("counted").textContent = counted.toLocaleString("zh-CN");
  element("limit").textContent = ` / ${limit.toLocaleString("zh-CN")}`;
  element("meter").style.width = `${Math.min(100, (100 * counted) / limit)}%`;
  const refused = Object.values(state.rejected).reduce((sum, count) => sum + count, 0);
  element("calls").textContent = `另有 ${exempt} 次不计数，${refused} 次被拒 · ${pushes(state)}`;
  const left = state.faults.filter(({ count, hits }) => count === null || hits < count);
  fill(
    element("faults"),
    left.map(({ kind, count, rate, hits }) => ({
      parts: [["span", `${kind} · ${rate === null ? `还有 ${count - hits} 次` : `${rate * 100} %`} · 已中 ${hits} 次`]],
    })),
  );
  element("clear-faults").hidden = left.length === 0;
  return ms;
}

function pushes({ callback, pending, failed }) {
  return callback ? `推送等着 ${pending} 条，失败 ${failed} 条` : "没有登记推送地址";
}

async function settled(said) {
  const ms = await refresh();
  await showPerson();
  wakePhone(ms);
  return said;
}

function placeChosen() {
  const id = element("place").value;
  if (id !== "away") return id;
  return { lat: 30.2591, lng: 120.2193, accuracy: 30, address: "浙江省杭州市上城区示例客户处", remark: "在客户现场" };
}

const LEAVES = {
  day: { from: "09:00", to: "18:00", unit: "day" },
  morning: { from: "09:00", to: "12:00", unit: "halfDay" },
  afternoon: { from: "13:00", to: "18:00", unit: "halfDay" },
  hours: { from: "16:00", to: "18:00", unit: "hour" },
};

function onClick(selector, said, task) {
  for (const button of document.querySelectorAll(selector)) {
    button.addEventListener("click", () => busily(said, async () => settled(await task(button.dataset))));
  }
}

onClick("[data-jump]", "时间在走……", async ({ jump }) => {
  const { now } = await ask("clock", JSON.parse(jump));
  return `现在是 ${clockOf(now)}`;
});
onClick("[data-punch]", "打卡……", async ({ punch }) => {
  await ask("punch", { userId: chosen, type: punch, place: placeChosen() });
  return punch === "on" ? "上班卡打好了" : "下班卡打好了";
});
onClick("[data-leave]", "审批……", async ({ leave }) => {
  const { from, to, unit } = LEAVES[leave];
  await ask("approve-leave", {
    userId: chosen,
    start: `${today}T${from}:00+08:00`,
    end: `${today}T${to}:00+08:00`,
    unit,
  });
  return "假批了";
});
onClick("[data-supply]", "审批……", async () => {
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  await ask("supply", { userId: chosen, workDate: yesterday, type: "off", at: `${yesterday}T18:00:00+08:00` });
  return "昨天 18:00 的下班卡补上了";
});
onClick("#add-fault", "加上……", async () => {
  const count = element("fault-count").value;
  const often = count === "rate" ? { rate: 0.1 } : { count: Number(count) };
  await ask("fault", { match: "*", kind: element("fault").value, ...often });
  return "下一次调用就会遇上";
});
onClick("#clear-faults", "去掉……", async () => {
  await ask("fault", undefined, "DELETE");
  return "故障都去掉了";
});
element("search").addEventListener("input", search);

start().catch((error) => notify(`打不开：${error.message}`, true));
