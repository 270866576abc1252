import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LinePart, ProjectBrief } from "../api.ts";
import { DayLine } from "./day-line.tsx";
import { drawnParts } from "./day-parts.ts";
import { projectsById } from "./project-mark.tsx";

const pr = (id: string, shortName: string, mark: string, color = 1): ProjectBrief => ({
  ...{ id, code: id, name: shortName, shortName, mark, color, startsOn: null, closedOn: null },
});
const lp = (start: number, end: number, project: string | null, more: Partial<LinePart> = {}): LinePart => ({
  ...{ start, end, kind: "counted", project, task: null, basis: "site", place: null, overtime: null, fact: null },
  ...more,
});
const shift = { name: null, sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] };
const projects = projectsById([
  pr("p1", "管廊二期B标", "廊"),
  pr("p2", "智慧水务", "水", 2),
  pr("p9", "管廊三期", "叁"),
]);

function drawn(
  line: LinePart[],
  now: number | null = null,
  ahead: { start: number; end: number; project: string }[] = [],
) {
  const parts = drawnParts({ line, shift }, { ahead });
  const axis = { start: 540, end: 1080 };
  return renderToStaticMarkup(
    <DayLine
      parts={parts}
      axis={axis}
      projects={projects}
      label="周四"
      ticks={[540, 720, 780, 1080]}
      now={now}
      withTime
    />,
  );
}

test("a screen reader hears the whole line as one picture, then its parts", () => {
  const html = drawn([lp(540, 720, "p1"), lp(780, 810, "p1"), lp(810, 920, "p2", { basis: "pick" })], 920);
  expect(html).toContain(
    'aria-label="周四，已计入 5 小时 20 分：管廊二期B标 3 小时 30 分，智慧水务 1 小时 50 分，进行中"',
  );
  expect(html).toContain("09:00–12:00 管廊二期B标 3 小时 00 分，打卡就在它的工地里");
  expect(html).toContain("13:30–15:20 智慧水务 1 小时 50 分，你确认的");
});

test("a project is its mark and its colour, and stripes where the colour is taken", () => {
  const html = drawn([lp(540, 720, "p1"), lp(780, 1080, "p9")]);
  expect(html.match(/data-striped="true"/g)).toHaveLength(1);
  expect(html).toMatch(/data-striped="true"[^>]*><span>叁/);
});

test("minutes that nobody claims carry a question mark", () => {
  expect(drawn([lp(540, 720, null)])).toMatch(/data-look="unassigned"[^>]*><span>\?/);
});

test("what is ahead of now is dashed and the needle says what time it is", () => {
  const html = drawn([lp(540, 600, "p1")], 600, [{ start: 600, end: 720, project: "p1" }]);
  expect(html).toContain('data-look="ahead"');
  expect(html).toContain("现在 10:00");
});

test("an empty day says so", () => {
  expect(drawn([])).toContain('aria-label="周四，没有记录"');
});
