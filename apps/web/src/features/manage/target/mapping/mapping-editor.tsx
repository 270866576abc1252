import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Mapping } from "../../../../api.ts";
import { ErrorLine } from "../../../../ui/error-line.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { UndoBar } from "../../../../ui/undo-bar.tsx";
import { instantText } from "../../date-text.ts";
import { MutationState } from "../../mutation-state.tsx";
import { type Pane, Panes } from "../../pane.tsx";
import { offersQuery, targetQuery } from "../queries.ts";
import { ChangeBar, ConflictCard } from "./change-bar.tsx";
import { FieldList } from "./field-list.tsx";
import { FieldPane } from "./field-pane.tsx";
import { useKnown } from "./known.ts";
import { ruleFor } from "./rules.ts";
import { latest, type Sample } from "./sample.ts";
import { SampleCard } from "./sample-card.tsx";
import { SampleForm } from "./sample-form.tsx";
import { SaveForm } from "./save-form.tsx";
import { faultCount, toldOf } from "./told.ts";
import { useDraft } from "./use-draft.ts";
import { usePreview } from "./use-preview.ts";
import { useVersionActs } from "./use-version-acts.ts";
import { fieldNames, VersionList } from "./version-list.tsx";
import type { Field } from "./way.ts";
import { useMappingWords, whyNotMapped } from "./words.ts";

interface EditorProps {
  readonly target: string;
  readonly mapping: Mapping;
}

/** What stands in the pane: a field, the record that is looked at, saving, or the versions. */
type Opened = { readonly field: Field } | "sample" | "save" | "versions" | null;

/** Every field with what fills it, what the latest record makes of it, and what has changed. */
export function MappingEditor({ target, mapping }: EditorProps) {
  const m = useMappingWords();
  const [opened, setOpened] = useState<Opened>(null);
  const [sample, setSample] = useState<Sample>(latest);
  const draft = useDraft(target, mapping);
  const { query, preview, isLate } = usePreview(target, draft.rules, sample);
  const offered = useQuery(offersQuery(target));
  const known = useKnown(m);
  const close = () => setOpened(null);
  const acts = useVersionActs(target, draft, close);
  const open = (what: Opened) => {
    acts.saving.reset();
    setOpened(what);
  };
  const faults = faultCount(preview, mapping.flaws);
  const offers = offered.data?.offers ?? {};
  const field = opened !== null && typeof opened === "object" ? opened.field : null;
  return (
    <Panes pane={paneOf()} idle={m["mapping.idle"]} onClose={close}>
      <div className="td-body">
        <Head {...{ target, mapping }} onVersions={() => open("versions")} />
        {draft.isLate && <ConflictCard version={mapping.version} draft={draft} />}
        {preview === undefined && query.error === null && <Skeleton heights={[4]} />}
        {query.error !== null && <ErrorLine onRetry={() => void query.refetch()}>{m["mapping.sample.late"]}</ErrorLine>}
        {preview && <SampleCard {...{ preview, sample }} onOpen={() => setOpened("sample")} />}
        <FieldList
          {...{ mapping, draft, preview, offers }}
          opened={field}
          onOpen={(one) => setOpened({ field: one })}
        />
        {opened === null && <MutationState {...acts.saving} why={(error) => whyNotMapped(m, error)} />}
        <ChangeBar draft={draft} faults={faults} onSave={() => open("save")} onDrop={acts.drop} />
        {acts.last && <UndoBar key={acts.last.turn} {...acts.last} onUndo={acts.last.undo} onGone={acts.forget} />}
      </div>
    </Panes>
  );

  function paneOf(): Pane | null {
    if (field !== null) return { title: field.label[m.lang], body: fieldPane(field) };
    if (opened === "sample") {
      const choose = (chosen: Sample) => {
        setSample(chosen);
        close();
      };
      return { title: m["mapping.sample"], body: <SampleForm sample={sample} onChoose={choose} /> };
    }
    if (opened === "versions") {
      const about = { target, mapping, saving: acts.saving, hasChanges: draft.changed.length > 0 };
      return { title: m["mapping.history"], body: <VersionList {...about} onBack={acts.back} /> };
    }
    if (opened !== "save" || draft.changed.length === 0) return null;
    if (draft.isLate)
      return { title: m["mapping.late"], body: <ConflictCard version={mapping.version} draft={draft} /> };
    const version = draft.version + 1;
    const changed = fieldNames(m, draft.changed, mapping.fields);
    return {
      title: m["mapping.saveTitle"](version),
      body: <SaveForm {...{ version, changed, faults }} saving={acts.saving} onSave={acts.save} />,
    };
  }

  function fieldPane(field: Field) {
    return (
      <FieldPane
        key={`${field.of}.${field.name}`}
        {...{ field, isLate }}
        rule={ruleFor(draft.rules, field)}
        told={toldOf(preview, mapping.flaws, field)}
        ground={{
          ...{ known, offers, isUnasked: offered.isError || (offered.data?.problem ?? null) !== null },
          ...{ sources: mapping.sources[field.of], record: preview?.[field.of]?.record ?? null },
        }}
        isChanged={draft.changed.some(({ of, name }) => of === field.of && name === field.name)}
        onChange={(rule) => draft.set(field, rule)}
        onRestore={() => draft.restore(field)}
        onDone={close}
      />
    );
  }
}

function Head({ target, mapping: { version, madeAt }, onVersions }: EditorProps & { readonly onVersions: () => void }) {
  const m = useMappingWords();
  const name = useQuery(targetQuery(target)).data?.name;
  return (
    <div className="mapping-head td-small td-second">
      {name !== undefined && <p>{m["mapping.ofProduct"](name)}</p>}
      <div className="td-row">
        <p>{madeAt === null ? m["mapping.usual"] : m["mapping.version"](version, instantText(madeAt))}</p>
        {version > 0 && (
          <button type="button" className="target-act td-plain" onClick={onVersions}>
            <Icon name="history" />
            {m["mapping.history"]}
          </button>
        )}
      </div>
    </div>
  );
}
