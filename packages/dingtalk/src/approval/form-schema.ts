import type { DingTalk } from "../client.ts";
import { type Fields, lacking, readEach, textOf, truthOf } from "../field.ts";
import { fieldsOf } from "../json.ts";
import { listOf, type RejectedRow } from "../lenient.ts";

const PATH = "/v1.0/workflow/forms/schemas/processCodes";

/** A field that a form asks for: `{ id: "TextField_P101", label: "项目名称", type: "TextField", required: true }`. */
export interface FormQuestion {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
}

/** A form's name and the fields it asks for; those of suites among them, columns of tables left out. One counted call. */
export async function formSchema(
  dingtalk: DingTalk,
  processCode: string,
): Promise<{ title: string; questions: FormQuestion[]; rejected: RejectedRow[] }> {
  const answer = await dingtalk.callNew("GET", `${PATH}?processCode=${encodeURIComponent(processCode)}`);
  const schema = fieldsOf(answer.result);
  const content = fieldsOf(schema.schemaContent);
  const { rows, rejected } = readEach(flat(listOf(content.items)), questionOf);
  return { title: textOf(content.title) ?? textOf(schema.name) ?? "", questions: rows, rejected };
}

function flat(items: readonly unknown[]): unknown[] {
  return items.flatMap((item) => {
    const { componentName, children } = fieldsOf(item);
    return componentName === "DDBizSuite" ? flat(listOf(children)) : [item];
  });
}

function questionOf(row: Fields): FormQuestion | string {
  const props = fieldsOf(row.props);
  const [id, type] = [textOf(props.id), textOf(row.componentName)];
  if (id === null || type === null) return lacking({ "props.id": id, componentName: type });
  return { id, type, label: textOf(props.label) ?? "", required: truthOf(props.required) ?? false };
}
