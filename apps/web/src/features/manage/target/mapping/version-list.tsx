import { type InfiniteData, type UseQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Mapping, MappingVersions } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { instantText } from "../../date-text.ts";
import { MutationState } from "../../mutation-state.tsx";
import { type useSaving, versionsQuery } from "./queries.ts";
import { type Reach, ReachField } from "./reach-field.tsx";
import { changedFields } from "./rules.ts";
import { type MappingWords, useMappingWords, whyNotMapped } from "./words.ts";

type Version = MappingVersions["versions"][number];

interface VersionListProps {
  readonly target: string;
  readonly mapping: Mapping;
  readonly hasChanges: boolean;
  readonly saving: Pick<ReturnType<typeof useSaving>, "isPending" | "error">;
  readonly onBack: (to: number, reach: Reach) => void;
}

/** Every version with who saved it and what it changed; each can hold again. */
export function VersionList(props: VersionListProps) {
  const m = useMappingWords();
  const query = useInfiniteQuery(versionsQuery(props.target));
  return (
    <Answered query={query as UseQueryResult<InfiniteData<MappingVersions>>} skeleton={[4, 4, 4]}>
      {({ pages }) => {
        const versions = pages.flatMap((page) => page.versions);
        return (
          <div className="mapping-versions">
            <ul>
              {versions.map((version, at) => (
                <Row
                  key={version.version}
                  {...props}
                  to={version.version}
                  title={m["mapping.versionName"](version.version)}
                  about={aboutText(m, version, { before: versions[at + 1], fields: props.mapping.fields })}
                />
              ))}
              {!query.hasNextPage && <Row {...props} to={0} title={m["mapping.usualVersion"]} about={[]} />}
            </ul>
            {query.hasNextPage && (
              <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {m["mapping.olderVersions"]}
              </Button>
            )}
          </div>
        );
      }}
    </Answered>
  );
}

type RowProps = VersionListProps & { readonly to: number; readonly title: string; readonly about: readonly string[] };

function Row({ mapping, hasChanges, saving, onBack, to, title, about }: RowProps) {
  const m = useMappingWords();
  const isOnline = useOnline();
  const [isAsking, setAsking] = useState(false);
  const [reach, setReach] = useState<Reach>("unsent");
  const isNow = to === mapping.version;
  return (
    <li className="mapping-version">
      <div className="td-row">
        <b>{title}</b>
        {isNow && <Tag tone="good">{m["mapping.now"]}</Tag>}
        {!isNow && !isAsking && (
          <button type="button" className="target-act td-plain" onClick={() => setAsking(true)}>
            {m["mapping.back"]}
          </button>
        )}
      </div>
      {about.map((line) => (
        <p key={line} className="td-small td-second">
          {line}
        </p>
      ))}
      {isAsking && (
        <div className="form mapping-asking">
          <ReachField value={reach} onChange={setReach} />
          {hasChanges && <p className="td-small form-fault">{m["mapping.backUnsaved"]}</p>}
          {!isOnline && <p className="td-small form-fault">{m["mapping.offline"]}</p>}
          <MutationState {...saving} why={(error) => whyNotMapped(m, error)} />
          <div className="target-acts">
            <Button onClick={() => setAsking(false)}>{m["mapping.backNot"]}</Button>
            <Button kind="primary" disabled={!isOnline || saving.isPending} onClick={() => onBack(to, reach)}>
              {m["mapping.backDo"]}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

interface Besides {
  /** The version before; not there for the first, and for the last of those that were read. */
  readonly before: Version | undefined;
  readonly fields: Mapping["fields"];
}

function aboutText(m: MappingWords, version: Version, { before, fields }: Besides): string[] {
  const { madeAt, madeBy, ofVersion, reach, rules } = version;
  const when = instantText(madeAt);
  const by = madeBy === null ? m["mapping.bySomebody"](when) : m["mapping.by"](madeBy.name, when);
  return [by, ...whatText(), m[`mapping.reached.${reach}`]];

  function whatText(): string[] {
    if (ofVersion !== null) return [ofVersion === 0 ? m["mapping.sameAsUsual"] : m["mapping.sameAs"](ofVersion)];
    if (before === undefined) return [];
    const names = fieldNames(m, changedFields(before.rules, rules, fields), fields);
    return [
      names.length === 0 ? m["mapping.differsNot"] : m["mapping.differs"](names.join(m.lang === "zh" ? "、" : ", ")),
    ];
  }
}

/** What fields are called; one that is gone by its own name. */
export function fieldNames(
  m: MappingWords,
  changed: readonly { readonly of: string; readonly name: string }[],
  fields: Mapping["fields"],
): string[] {
  return changed.map(({ of, name }) => fields.find((one) => one.of === of && one.name === name)?.label[m.lang] ?? name);
}
