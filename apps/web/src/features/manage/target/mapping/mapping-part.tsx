import { useQuery } from "@tanstack/react-query";
import { Answered } from "../../../../ui/answered.tsx";
import type { PartProps } from "../part.ts";
import { MappingEditor } from "./mapping-editor.tsx";
import { mappingQuery } from "./queries.ts";
import "./mapping.css";

/** 字段对应, `#/manage/target/{id}/mapping`: what fills each field of theirs, seen on a real record while it is changed. */
export function MappingPart({ target }: PartProps) {
  const query = useQuery(mappingQuery(target));
  return (
    <Answered query={query} skeleton={[4, 5, 5, 5]}>
      {(mapping) => <MappingEditor target={target} mapping={mapping} />}
    </Answered>
  );
}
