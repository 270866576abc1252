import { expect, test } from "vitest";
import { peopleAsked } from "./people-asked.ts";

test.each([
  [{ userIds: ["a", "b"], isI18n: false }, 2],
  [{ userIdList: [], offset: 0 }, 0],
  [{ op_user_id: "boss", userids: "a,b,c" }, 3],
  [{ userid_list: "a" }, 1],
  [{ userid: "a", work_date: "2026-09-14" }, 1],
  [{ dept_id: 1 }, 0],
  [null, 0],
])("%o names so many people: %i", (body, people) => {
  expect(peopleAsked(body)).toBe(people);
});
