import type { visitZh } from "./visit.zh.ts";

export const visitEn: typeof visitZh = {
  "visit.title": "Check-ins",
  "visit.today": (count) => (count === 1 ? "1 check-in today" : `${count} check-ins today`),
  "visit.noPlace": "No place given",
  "visit.visited": (name) => `Visited ${name}`,
  "visit.photo": (n, count, name, time) =>
    `Photo ${count > 1 ? `${n} of ${count} ` : ""}by ${name}, ${time}, opens in a new window`,
  "visit.photoLost": (n) => `Photo ${n}`,
  "visit.unclear": "Project not recognised",

  "visit.take": "Take check-ins",
  "visit.on": "On",
  "visit.off": "Off",
  "visit.onWhy": (since) => `Taken since ${since}: place, photos and remark of members' check-ins.`,
  "visit.offWhy": "Not taken now. Once on, place, photos and remark of members' check-ins are kept from then.",
  "visit.use": "Only to see who is on site and what is done there; not for hours, not to judge people, nothing else.",
  "visit.switchedOn": "Check-ins are taken from now on",
  "visit.switchedOff": "Check-ins are no longer taken; those kept stay",
  "visit.mayNot": "Managers and administrators can switch this",
  "visit.offline": "No network; switch it once you are online",

  "visit.period": "One day or a week",
  "visit.day": "Day",
  "visit.week": "Week",
  "visit.before.day": "Day before",
  "visit.after.day": "Day after",
  "visit.before.week": "Week before",
  "visit.after.week": "Week after",
  "visit.days": (first, last) => `${first}–${last}`,
  "visit.person": "Whose",
  "visit.everybody": "Everybody",
  "visit.more": "100 more",
  "visit.none.day": "No check-ins on this day",
  "visit.none.week": "No check-ins in this week",
  "visit.seeWeek": "See this week",
  "visit.notYours": "Check-ins are shown to managers and HR",
};
