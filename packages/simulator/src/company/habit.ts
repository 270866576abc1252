/** How a person's days go; decides shift, places and means of punching. */
export type Habit = "site" | "gate" | "office" | "mobile" | "two-site" | "night" | "free";
