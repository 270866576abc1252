import { version } from "../../../package.json";
import type { Session } from "../../api.ts";
import { useMessage } from "../../message.ts";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { useTitle } from "../../title.ts";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { DefaultProject } from "./default-project.tsx";
import { Leaving } from "./leaving.tsx";
import { Settings } from "./settings.tsx";
import "./me.css";

/** 我的: who I am, my default project, how this phone shows the app, and the way out. */
export function MePage() {
  const m = useMessage();
  const session = useSession();
  useTitle(m["me.title"]);
  if (session === null) return <Skeleton heights={[3, 5, 14]} />;
  return (
    <div className="td-page me">
      <Head session={session} />
      <div className="td-body">
        <DefaultProject chosen={session.defaultProject} />
        <a className="td-card me-data" href={hashOf("me", "data")}>
          <Icon name="shield" size="1.5rem" />
          <span>
            <b>{m["me.data"]}</b>
            <span className="td-small td-second">{m["me.dataWhy"]}</span>
          </span>
          <Icon name="right" />
        </a>
        <Settings />
        <Leaving />
        <p className="td-small td-weak me-version">{m["me.version"](version)}</p>
      </div>
    </div>
  );
}

function Head({ session: { person, company } }: { session: Session }) {
  const m = useMessage();
  return (
    <header className="td-head me-head">
      <span className="me-initial" aria-hidden="true">
        {[...person.name][0]}
      </span>
      <div>
        <h1 className="td-figure">{person.name}</h1>
        <p className="td-second">{person.roles.map((role) => m[`me.role.${role}`]).join(m["me.rolesBetween"])}</p>
        <p className="td-small td-weak">{company.name}</p>
      </div>
    </header>
  );
}
