import { expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { formSchema } from "./form-schema.ts";

it("gives the fields a form asks for, those inside suites too, and sets aside what has no id", async () => {
  const field = (id: string, label: string, more: object = {}) => ({
    componentName: "TextField",
    props: { id, label, ...more },
  });
  const suite = { componentName: "DDBizSuite", props: { id: "Suite_1" }, children: [field("TextField_2", "天数")] };
  const broken = { componentName: "TextField", props: { label: "没有编号" } };
  const items = [field("TextField_1", "项目名称", { required: true }), suite, broken];
  const far = clientAnswering({ result: { schemaContent: { title: "立项申请", items } }, success: true });
  const { title, questions, rejected } = await formSchema(far.dingtalk, "PROC-1");
  expect(title).toBe("立项申请");
  expect(questions).toEqual([
    { id: "TextField_1", label: "项目名称", type: "TextField", required: true },
    { id: "TextField_2", label: "天数", type: "TextField", required: false },
  ]);
  expect(rejected).toMatchObject([{ raw: broken }]);
  expect(far.calls[0]?.url.search).toBe("?processCode=PROC-1");
});

it.each([{}, { result: null }, { result: { schemaContent: "x" } }])("has no fields in %j", async (answer) => {
  expect(await formSchema(clientAnswering(answer).dingtalk, "PROC-1")).toEqual({
    title: "",
    questions: [],
    rejected: [],
  });
});
