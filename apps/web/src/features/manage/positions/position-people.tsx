import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Positions } from "../../../api.ts";
import { goTo, hashOf } from "../../../route.ts";
import { useSettled } from "../../../settled.ts";
import { Tag } from "../../../ui/tag.tsx";
import { PeopleList } from "../people/people-list.tsx";
import { positionPeopleQuery } from "./queries.ts";
import { useWords } from "./words.ts";

/** Everybody with their job title and the position that it is; one opens their terms of work. */
export function PositionPeople({ held }: { held: Positions }) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const query = useInfiniteQuery(positionPeopleQuery(useSettled(typed.trim())));
  const names = new Map(held.positions.map(({ code, nameZh, nameEn }) => [code, m.lang === "zh" ? nameZh : nameEn]));
  return (
    <PeopleList
      {...{ query, typed }}
      chosen={null}
      onType={setTyped}
      onChoose={(person) => goTo(hashOf("manage", "people", "terms", person))}
      about={({ person }) => person.title || m["position.noTitle"]}
      value={({ person, code }) => {
        if (code !== null) return names.get(code) ?? code;
        return <Tag tone={person.title ? "todo" : "fact"}>{m["position.none"]}</Tag>;
      }}
    />
  );
}
