export { problemText } from "../../../target-problem.ts";
