/** What a person may do beyond being an employee. `manager` comes from the projects that name them. */
export type Role = "employee" | "manager" | "hr" | "finance" | "admin";
