import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ProjectBrief } from "../../api.ts";
import { projectsById } from "../../ui/project-mark.tsx";
import { GroupCard } from "./group-card.tsx";
import type { ListContext } from "./list-context.ts";
import { type Item, keyOf } from "./selection.ts";

const project: ProjectBrief = {
  ...{ id: "GL2B", code: "GL2B", name: "管廊二期B标", shortName: "管廊二期B标", mark: "廊", color: 1 },
  ...{ startsOn: null, closedOn: null },
};
const item = (id: string, name: string, change: Partial<Item> = {}): Item => ({
  ref: { type: "request", id },
  person: { id, name, title: null },
  ...{ date: "2026-09-16", project: "GL2B", minutes: 480, overtime: null, reasons: [], said: "忘了" },
  ...{ at: 1080, until: null, monthOvertime: null, since: "2026-09-17T08:00:00+08:00" },
  ...change,
});
const nothing = () => undefined;
const list = (change: Partial<ListContext> = {}): ListContext => ({
  ...{
    projects: projectsById([project]),
    striped: new Set<string>(),
    today: "2026-09-17",
    selection: new Set<string>(),
  },
  ...{ open: null, canAnswer: true, onToggle: nothing, onOpen: nothing, onApprove: nothing, onReturn: nothing },
  ...change,
});
const three = [item("a", "赵磊"), item("b", "何军"), item("c", "林芳")];
const drawn = (items: Item[], change: Partial<ListContext> = {}) =>
  renderToStaticMarkup(<GroupCard group={{ kind: "clock-out", items }} list={list(change)} />);
const ticks = (html: string) => [html.split('type="checkbox"').length - 1, html.split('checked=""').length - 1];

describe("a group of like things", () => {
  it("has a tick of its own and one a row, none of them set on entry", () => {
    expect(ticks(drawn(three))).toEqual([4, 0]);
  });

  it("says that all of it is ticked", () => {
    const html = drawn(three, { selection: new Set(three.map(({ ref }) => keyOf(ref))) });
    expect(ticks(html)).toEqual([4, 4]);
    expect(html).toContain("已全选");
  });

  it("shows hours and project on every row", () => {
    expect(drawn(three).match(/\+8h00/g)).toHaveLength(3);
    expect(drawn(three).match(/管廊二期B标/g)).toHaveLength(3);
  });
});

describe("a thing that is alone of its kind", () => {
  it("has its two answers instead of a tick", () => {
    const html = drawn([item("a", "赵磊")]);
    expect(ticks(html)).toEqual([0, 0]);
    expect(html).toContain("退回，说明原因");
  });

  it("has a tick once it is ticked with everything", () => {
    const html = drawn([item("a", "赵磊")], { selection: new Set(["a"]) });
    expect(ticks(html)).toEqual([1, 1]);
    expect(html).not.toContain("退回，说明原因");
  });

  it("cannot be answered without a network", () => {
    expect(drawn([item("a", "赵磊")], { canAnswer: false }).match(/<button[^>]*disabled/g)).toHaveLength(2);
  });

  it("says plainly when approving changes no counted minutes", () => {
    expect(drawn([item("a", "赵磊", { minutes: 0 })])).toContain("计入不变");
  });
});
