import { describe, expect, it } from "vitest";
import { compareDays, type OwnDay, type ReportedDay } from "./reconciliation.ts";

const own: OwnDay = {
  ...{ isPlanned: true, attended: 480, late: 0, early: 0, leave: 0 },
  ...{ absent: false, hasTrip: false, hasGap: false },
};
const reported: ReportedDay = { present: 1, work: 480, late: 0, early: 0, absent: 0, leave: 0 };
const silent: ReportedDay = { present: null, work: null, late: null, early: null, absent: null, leave: null };

describe("our day beside DingTalk's", () => {
  it("agrees on the same figures, and to two minutes", () => {
    expect(compareDays(own, reported)).toEqual([]);
    expect(compareDays(own, { ...reported, work: 478 })).toEqual([]);
    expect(compareDays({ ...own, late: 12 }, { ...reported, late: 10 })).toEqual([]);
  });

  it("differs from three minutes on", () => {
    expect(compareDays(own, { ...reported, work: 477 })).toEqual([{ figure: "work", ours: 480, theirs: 477 }]);
    expect(compareDays(own, { ...reported, late: 3 })).toEqual([{ figure: "late", ours: 0, theirs: 3 }]);
    expect(compareDays({ ...own, early: 20 }, reported)).toEqual([{ figure: "early", ours: 20, theirs: 0 }]);
  });

  it("says who was there and who was not", () => {
    const absent = { ...own, attended: 0, absent: true };
    expect(compareDays(absent, { ...reported, work: 0, present: 0, absent: 1 })).toEqual([]);
    expect(compareDays(absent, { ...reported, work: 300 })).toEqual([
      { figure: "presence", ours: 0, theirs: 1 },
      { figure: "absent", ours: 1, theirs: 0 },
      { figure: "work", ours: 0, theirs: 300 },
    ]);
    expect(compareDays(own, { ...reported, present: 0.5 })).toEqual([]);
  });

  it("compares no lengths of days that both sides count in other ways", () => {
    expect(compareDays({ ...own, hasTrip: true }, { ...reported, work: 100 })).toEqual([]);
    expect(compareDays({ ...own, attended: 240, leave: 240 }, { ...reported, work: 100, leave: 240 })).toEqual([]);
    expect(compareDays({ ...own, isPlanned: false, attended: 540 }, reported)).toEqual([]);
    expect(compareDays(own, { ...reported, work: 0 })).toEqual([]);
  });

  it("notices that DingTalk has the punch that is missing here", () => {
    const gap = { ...own, attended: 0, hasGap: true };
    expect(compareDays(gap, { ...reported, work: 0 })).toEqual([]);
    expect(compareDays(gap, reported)).toEqual([{ figure: "work", ours: 0, theirs: 480 }]);
  });

  it("takes leave to half an hour, and is silent where DingTalk is", () => {
    const away = { ...own, attended: 0, leave: 480 };
    expect(compareDays(away, { ...silent, leave: 450 })).toEqual([]);
    expect(compareDays(away, { ...silent, leave: 240 })).toEqual([{ figure: "leave", ours: 480, theirs: 240 }]);
    expect(compareDays(away, silent)).toEqual([]);
  });
});
