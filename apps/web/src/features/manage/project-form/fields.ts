import type { FormQuestions, ProjectForm } from "../../../api.ts";

/** Which field of a form, by id, says what of a project. */
export type Mapping = ProjectForm["fields"];
export type FieldName = keyof Mapping;
export type Question = FormQuestions["questions"][number];

const texts = ["TextField", "TextareaField", "DDSelectField", "SeqNumberField", "NumberField"];
const numbers = ["NumberField", "CalculateField"];

/** What a form may say of a project, with the kinds of fields that can say it and how such fields are usually called. */
const fields: Readonly<Record<FieldName, { readonly types: readonly string[]; readonly usual: RegExp }>> = {
  name: { types: texts.slice(0, 3), usual: /(项目|工程).*名|^名称/ },
  code: { types: texts, usual: /编号|编码|代号/ },
  shortName: { types: texts.slice(0, 3), usual: /简称/ },
  owner: { types: ["InnerContactField"], usual: /经理|负责/ },
  dates: { types: ["DDDateRangeField"], usual: /工期|起止|周期|时间/ },
  startsOn: { types: ["DDDateField"], usual: /开工|开始/ },
  endsOn: { types: ["DDDateField"], usual: /竣工|完工|结束/ },
  money: { types: ["MoneyField", ...numbers], usual: /金额|合同额|预算|造价/ },
  hours: { types: numbers, usual: /工时/ },
};

/** All that a form may say, in the order of the page. */
export const fieldNames = Object.keys(fields) as FieldName[];

/** The fields of a form that can say it. */
export function fittingOf(name: FieldName, questions: readonly Question[]): Question[] {
  return questions.filter(({ type }) => fields[name].types.includes(type));
}

/** What a form's fields mean by their labels; what has no usual label is left out. */
export function guessOf(questions: readonly Question[]): Mapping {
  const found = fieldNames.flatMap((name) => {
    const fitting = fittingOf(name, questions);
    const question = fitting.find(({ label }) => fields[name].usual.test(label));
    return question === undefined ? [] : [[name, question.id] as const];
  });
  return Object.fromEntries(found);
}

/** A mapping with another field for one thing; null takes it out. */
export function mapped(mapping: Mapping, name: FieldName, id: string | null): Mapping {
  const { [name]: _, ...rest } = mapping;
  return id === null ? rest : { ...rest, [name]: id };
}

/** What the form has no field for; a field with both days stands for one of each, and the other way round. */
export function unfit(questions: readonly Question[], mapping: Mapping): FieldName[] {
  const none = fieldNames.filter((name) => mapping[name] === undefined && fittingOf(name, questions).length === 0);
  const hasBoth = !none.includes("dates");
  const hasEach = !none.includes("startsOn") && !none.includes("endsOn");
  return none.filter(
    (name) => !(hasBoth && (name === "startsOn" || name === "endsOn")) && !(hasEach && name === "dates"),
  );
}
