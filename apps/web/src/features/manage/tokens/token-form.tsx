import { useId, useState } from "react";
import type { NewScimToken } from "../../../api.ts";
import type { TokenWish } from "../../../api-people.ts";
import { useOnline } from "../../../online.ts";
import { newId } from "../../../phone-world.ts";
import { Button } from "../../../ui/button.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { MutationState } from "../mutation-state.tsx";
import { OptionList } from "../option-list.tsx";
import { useMakeToken } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";
import "../form.css";

interface TokenFormProps {
  readonly onMade: (token: NewScimToken) => void;
  readonly onCancel: () => void;
}

const lengths = { "90": 90, "365": 365, none: null } as const;
const sources = ["scim", "ldap"] as const;

/** A new door: its name, who comes through it, and for how long. */
export function TokenForm({ onMade, onCancel }: TokenFormProps) {
  const m = useWords();
  const hint = useId();
  const isOnline = useOnline();
  const make = useMakeToken();
  // One id for all tries, so that a repeat after a lost answer opens no second door.
  const [id] = useState(newId);
  const [name, setName] = useState("Entra ID");
  const [source, setSource] = useState<TokenWish["source"]>("scim");
  const [length, setLength] = useState<keyof typeof lengths>("365");
  const plain = name.trim();
  const isSound = plain !== "" && plain.length <= 64;
  const send = () => make.mutate({ id, name: plain, source, days: lengths[length] }, { onSuccess: onMade });
  return (
    <div className="form">
      <label className="form-field">
        <span className="td-small td-second">{m["token.name"]}</span>
        <input
          type="text"
          value={name}
          maxLength={64}
          autoComplete="off"
          aria-invalid={!isSound}
          aria-describedby={hint}
          onChange={({ target }) => setName(target.value)}
        />
        <span id={hint} className={isSound ? "td-small td-weak" : "td-small form-fault"}>
          {m[isSound ? "token.nameHint" : "token.nameFault"]}
        </span>
      </label>
      <OptionList
        label={m["token.source"]}
        options={sources.map((value) => ({
          ...{ value, name: m[`token.source.${value}`], effect: m[`token.source.${value}.what`] },
        }))}
        value={source}
        onChange={setSource}
      />
      <Segments
        label={m["token.days"]}
        options={{ "90": m["token.days.90"], "365": m["token.days.365"], none: m["token.days.none"] }}
        value={length}
        onChange={setLength}
      />
      <div className="form-foot">
        <MutationState {...make} why={(error) => whyNot(m, error)} />
        {!isOnline && <p className="td-small form-fault">{m["token.offline"]}</p>}
        <Button block kind="primary" disabled={!isSound || !isOnline || make.isPending} onClick={send}>
          {m["token.make"](plain || m["token.secret"])}
        </Button>
        <Button block kind="quiet" onClick={onCancel}>
          {m["token.cancel"]}
        </Button>
      </div>
    </div>
  );
}
