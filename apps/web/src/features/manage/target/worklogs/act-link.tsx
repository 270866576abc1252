import { hashOf } from "../../../../route.ts";
import { type Act, actOf } from "../problem-act.ts";
import { usePushWords } from "./words.ts";

/** The way to where a problem of a target is mended; nothing where it is not mended here. */
export function ActLink({ target, code }: { target: string; code: string }) {
  const m = usePushWords();
  const act = actOf(code);
  if (act === null || !isPlace(act)) return null;
  return (
    <a className="target-act" href={hashOf("manage", "target", target, ...(act === "settings" ? [] : [act]))}>
      {m[`push.act.${act}`]}
    </a>
  );
}

function isPlace(act: Act): act is "people" | "projects" | "mapping" | "settings" {
  return act !== "there" && act !== "retry" && act !== "itself";
}
