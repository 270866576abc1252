const lists = ["userIds", "userIdList", "userids", "userid_list"];
const single = ["userid", "userId", "user_id"];

/** How many people a request names: `{"userids": "a,b"}` is 2, one that names nobody is 0. */
export function peopleAsked(body: unknown): number {
  if (typeof body !== "object" || body === null) return 0;
  const fields = new Map(Object.entries(body));
  for (const name of lists) {
    const people = fields.get(name);
    if (Array.isArray(people)) return people.length;
    if (typeof people === "string" && people !== "") return people.split(",").length;
  }
  return single.some((name) => typeof fields.get(name) === "string") ? 1 : 0;
}
