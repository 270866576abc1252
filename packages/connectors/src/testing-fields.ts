import { applyMapping, type MappingRule } from "@today/core/mapping";
import { expect, it } from "vitest";
import { carries } from "./marker.ts";
import { type Candidate, draftOf, factOf, sessionOf } from "./testing-town.ts";

const wanted = {
  title: "三层砌墙，轴线 A–C",
  description: "从东侧开始",
  startsOn: "2026-09-16",
  dueOn: "2026-09-18",
} as const;

/** What a mapping fills arrives as it was filled. */
export function provesFields({ connector, open }: Candidate) {
  const { fields, abilities } = connector;

  it("every field is there once, and what hours have beyond the note is known to the stub", () => {
    const names = fields.map(({ of, name }) => `${of}.${name}`);
    expect(new Set(names).size).toBe(names.length);
    const extra = fields.filter(({ of, name }) => of === "worklog" && name !== "note").map(({ name }) => name);
    expect(Object.keys(open().extra ?? {})).toEqual(extra);
  });

  if (abilities.worklogs.support !== "none") {
    it("hours bring the note as long as the field takes it, and their other fields", async () => {
      const town = open();
      const { worklogs } = sessionOf(connector, town.settings, town.fetch);
      const values = applyMapping([rule("worklog", "note", "砌".repeat(9000))], "worklog", {
        ground: { fields, offers: {} },
        record: {},
      }).values;
      const fact = await factOf(town, { note: values.note ?? "", ...(town.extra ? { extra: town.extra } : {}) });
      expect(await worklogs?.create(fact)).toMatchObject({ kind: "applied" });
      const [held] = town.held();
      expect(held?.text).toContain(values.note);
      if (town.extra !== undefined) expect(held?.extra).toEqual(town.extra);
    });

    if (abilities.worklogs.change) {
      it("hours that are changed have the other fields of the change", async () => {
        const town = open();
        const { worklogs } = sessionOf(connector, town.settings, town.fetch);
        const written = await worklogs?.create(await factOf(town));
        const more = { ...(town.extra ? { extra: town.extra } : {}), note: "抹灰" };
        const ref = written?.kind === "applied" ? written.ref : null;
        expect(ref && (await worklogs?.change?.(ref, await factOf(town, more)))).toMatchObject({ kind: "applied" });
        expect(town.held()).toMatchObject([{ text: expect.stringContaining("抹灰") }]);
        if (town.extra !== undefined) expect(town.held()).toMatchObject([{ extra: town.extra }]);
      });
    }
  }

  if (abilities.createTask) {
    it("a task of ours has every field that can be filled, and no other", async () => {
      const town = open();
      const names = fields.filter(({ of }) => of === "task").map(({ name }) => name);
      const { tasks } = sessionOf(connector, town.settings, town.fetch);
      const draft = { ...(await draftOf(town)), ...wanted, assigneeId: town.person };
      expect(await tasks?.create(draft)).toMatchObject({ kind: "applied" });
      const [made] = town.made();
      expect(carries(made?.description ?? "", draft.marker)).toBe(true);
      expect(made?.description).toContain(wanted.description);
      expect(made?.title).toBe(wanted.title);
      expect(made?.startsOn ?? null).toBe(names.includes("startsOn") ? wanted.startsOn : null);
      expect(made?.dueOn ?? null).toBe(names.includes("dueOn") ? wanted.dueOn : null);
      expect(made?.assigneeId ?? null).toBe(names.includes("assigneeId") ? town.person : null);
    });

    it("a title that fills its field to the last character arrives whole", async () => {
      const town = open();
      const { tasks } = sessionOf(connector, town.settings, town.fetch);
      const { title = "" } = applyMapping([rule("task", "title", "三楼🧱".repeat(400))], "task", {
        ground: { fields, offers: {} },
        record: {},
      }).values;
      expect(title.length).toBeGreaterThan(100);
      expect(await tasks?.create({ ...(await draftOf(town)), title })).toMatchObject({ kind: "applied" });
      expect(town.made()[0]?.title).toBe(title);
    });
  }
}

function rule(of: MappingRule["of"], to: string, from: string): MappingRule {
  return { of, to, from, table: null, optional: true };
}
