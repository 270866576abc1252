import { expect, test } from "vitest";
import type { Site } from "../../api.ts";
import { draftOf, faultsOf, inputOf } from "./site-draft.ts";

const north: Site = {
  id: "north",
  name: "北门",
  lat: 30.2854,
  lng: 120.0171,
  radius: 200,
  ssids: ["GL-1", "GL-2"],
  machines: [],
  startsOn: "2026-03-01",
  endsOn: null,
};

test("a form that nobody changed sends the site as it was", () => {
  const { id, ...rest } = north;
  expect(faultsOf(draftOf(north))).toEqual({});
  expect(inputOf(draftOf(north), north)).toEqual(rest);
});

test("a new site starts with 200 metres and wants a name", () => {
  const draft = draftOf(null);
  expect(draft.radius).toBe("200");
  expect(faultsOf(draft)).toEqual({ name: "needName" });
  expect(inputOf({ ...draft, name: " 南门 " }, null)).toMatchObject({
    name: "南门",
    lat: null,
    lng: null,
    radius: 200,
  });
});

test("half a place is refused at the half that is missing", () => {
  const draft = draftOf(north);
  expect(faultsOf({ ...draft, lat: "" })).toEqual({ lat: "needBoth" });
  expect(faultsOf({ ...draft, lng: " " })).toEqual({ lng: "needBoth" });
  expect(faultsOf({ ...draft, lat: "", lng: "" })).toEqual({});
});

test("numbers out of their range, and what is no number, are refused at their field", () => {
  const draft = draftOf(north);
  expect(faultsOf({ ...draft, lat: "91" })).toEqual({ lat: "needLatitude" });
  expect(faultsOf({ ...draft, lng: "东" })).toEqual({ lng: "needLongitude" });
  for (const radius of ["9", "50001", "20.5", "", "很大"]) {
    expect(faultsOf({ ...draft, radius })).toEqual({ radius: "needRadius" });
  }
});

test("names come one a line, without empty lines and only once", () => {
  expect(inputOf({ ...draftOf(north), ssids: " A \n\nB\nA\n" }, north).ssids).toEqual(["A", "B"]);
});
