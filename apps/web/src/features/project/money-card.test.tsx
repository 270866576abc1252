import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ProjectReport } from "../../api.ts";
import { BurnCard } from "./burn-card.tsx";
import { MoneyCard } from "./money-card.tsx";

const project = { id: "a", code: "A", name: "A", shortName: "A", mark: "A", color: 1, startsOn: null, closedOn: null };
const money = {
  fen: 61_766_152,
  kinds: { regular: 61_000_000, workday: 766_152, rest: 0, statutory: 0 },
  places: { onsite: 60_000_000, mobile: 1_766_152, trip: 0, unknown: 0 },
  withoutRate: 90,
};
const report: ProjectReport = {
  ...{ project, now: "2026-09-17T09:00:00+08:00", manager: null, members: 3, used: 6_600 },
  ...{ percent: null, passed: null, forecast: null, weeks: ["2026-W38"], people: [] },
  states: { approved: 6_000, waiting: 600, rejected: 0 },
  places: { onsite: 6_600, mobile: 0, trip: 0, unknown: 0 },
  kinds: { regular: 6_600, workday: 0, rest: 0, statutory: 0 },
  budget: null,
  burn: [{ date: "2026-09-17", used: 6_600 }],
};

test("who is sent no money sees no trace of it", () => {
  expect(renderToStaticMarkup(<MoneyCard report={report} />)).toBe("");
});

test("finance sees the amount, its parts, mobile apart, and whose rate is missing", () => {
  const html = renderToStaticMarkup(<MoneyCard report={{ ...report, money, moneyForecast: null }} />);
  for (const text of ["¥617,661.52", "¥610,000.00", "¥17,661.52", "没有金额预算", "1h30 的人没有费率"]) {
    expect(html).toContain(text);
  }
});

test("more money than its budget is amber with words, never red", () => {
  const budget = { version: 1, minutes: null, fen: 60_000_000, endsOn: null };
  const html = renderToStaticMarkup(<MoneyCard report={{ ...report, money, budget }} />);
  expect(html).toContain('data-tone="todo"');
  expect(html).toContain("多用 ¥17,661.52");
  expect(html).not.toContain("failure");
});

test("without a budget in hours there is the way to one, and no forecast", () => {
  const html = renderToStaticMarkup(<BurnCard report={report} action={<button type="button">设预算</button>} />);
  expect(html).toContain("设预算");
  expect(html).not.toContain("预测");
});
