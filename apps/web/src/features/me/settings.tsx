import { useMessage } from "../../message.ts";
import { languageOf, usePreference } from "../../preference.ts";
import { Segments } from "../../ui/segments.tsx";

/** 字号, 外观 and 语言 of this phone; each shows at once. */
export function Settings() {
  const m = useMessage();
  const [preference, change] = usePreference();
  const sizes = {
    standard: m["me.textSize.standard"],
    large: m["me.textSize.large"],
    largest: m["me.textSize.largest"],
  };
  const appearances = {
    system: m["me.appearance.system"],
    light: m["me.appearance.light"],
    dark: m["me.appearance.dark"],
  };
  const languages = { zh: m["me.language.zh"], en: m["me.language.en"] };
  return (
    <section className="td-card" aria-labelledby="me-settings">
      <h2 id="me-settings" className="me-title">
        {m["me.settings"]}
      </h2>
      <Setting
        label={m["me.textSize"]}
        options={sizes}
        value={preference.textSize}
        onChange={(textSize) => change({ textSize })}
      />
      <Setting
        label={m["me.appearance"]}
        options={appearances}
        value={preference.appearance}
        onChange={(appearance) => change({ appearance })}
      />
      <Setting
        label={m["me.language"]}
        options={languages}
        value={languageOf(preference)}
        onChange={(language) => change({ language })}
      />
    </section>
  );
}

type SettingProps<Value extends string> = Parameters<typeof Segments<Value>>[0];

function Setting<Value extends string>(props: SettingProps<Value>) {
  return (
    <div className="me-setting">
      <p className="td-small td-second" aria-hidden="true">
        {props.label}
      </p>
      <Segments {...props} />
    </div>
  );
}
