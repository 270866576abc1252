import { useInfiniteQuery } from "@tanstack/react-query";
import { makeAccountRules } from "@today/core/account-rule";
import { useId, useState } from "react";
import type { AccountRule } from "../../../api.ts";
import { Button } from "../../../ui/button.tsx";
import { accountsQuery } from "./queries.ts";
import { kinds, type OwnDraft, readFrom } from "./rule-draft.ts";
import { useWords } from "./words.ts";
import "../form.css";

interface OwnRuleFormProps {
  readonly onAdd: (rule: AccountRule) => void;
  readonly onCancel: () => void;
}

const shownNames = 4;
const beginning: OwnDraft = { pattern: "^([^@]+)@", as: "number" };

/** A rule of one's own, with what it reads from some real user names while it is written. */
export function OwnRuleForm({ onAdd, onCancel }: OwnRuleFormProps) {
  const m = useWords();
  const id = useId();
  const [draft, setDraft] = useState(beginning);
  const [sample, setSample] = useState("");
  const accounts = useInfiniteQuery(accountsQuery({})).data?.pages[0]?.accounts ?? [];
  const rule: AccountRule = { kind: "own", ...draft };
  const isSound = draft.pattern !== "" && makeAccountRules([rule]).ok;
  const names = sample.trim() !== "" ? [sample.trim()] : accounts.slice(0, shownNames).map(({ userName }) => userName);
  return (
    <section className="td-card form accounts-own" aria-label={m["account.rule.own"]}>
      <label className="form-field">
        <span className="td-small td-second">{m["account.own.pattern"]}</span>
        <input
          type="text"
          value={draft.pattern}
          maxLength={200}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={!isSound}
          aria-describedby={id}
          onChange={({ target }) => setDraft({ ...draft, pattern: target.value })}
        />
        <span id={id} className={isSound ? "td-small td-weak" : "td-small form-fault"}>
          {m[isSound ? "account.own.patternHint" : "account.own.fault"]}
        </span>
      </label>
      <label className="form-field">
        <span className="td-small td-second">{m["account.own.as"]}</span>
        <select value={draft.as} onChange={({ target }) => setDraft({ ...draft, as: target.value as OwnDraft["as"] })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {m[`account.rule.${kind}`]}
            </option>
          ))}
        </select>
      </label>
      <label className="form-field">
        <span className="td-small td-second">{m["account.own.sample"]}</span>
        <input
          type="text"
          value={sample}
          placeholder={names[0] ?? "zhang.1001@corp.cn"}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setSample(target.value)}
        />
      </label>
      {isSound && <Preview draft={draft} names={names} />}
      <Button block kind="tint" disabled={!isSound} onClick={() => onAdd(rule)}>
        {m["account.own.add"]}
      </Button>
      <Button block kind="quiet" onClick={onCancel}>
        {m["account.own.cancel"]}
      </Button>
    </section>
  );
}

function Preview({ draft, names }: { draft: OwnDraft; names: readonly string[] }) {
  const m = useWords();
  if (names.length === 0) return null;
  const values = readFrom(draft, names);
  const as = m[`account.rule.${draft.as}`];
  return (
    <output aria-label={m["account.own.preview"]}>
      {names.map((name, n) => (
        <span key={name} className="accounts-read">
          <code>{name}</code>
          <span className="td-small td-second">
            {values[n] == null ? m["account.own.nothing"] : m["account.own.reads"](values[n], as)}
          </span>
        </span>
      ))}
    </output>
  );
}
