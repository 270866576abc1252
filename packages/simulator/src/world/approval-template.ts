/** What an approval is about, as far as attendance knows it. */
export type ApprovalKind = "leave" | "overtime" | "trip" | "outing" | "supply" | "custom";

/** One component of a form; a table has columns of its own. */
export interface FormItem {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly required: boolean;
  readonly options?: readonly string[];
  readonly columns?: readonly FormItem[];
}

/** A form that approvals are written on. */
export interface Template {
  readonly processCode: string;
  readonly title: string;
  readonly kind: ApprovalKind;
  /** Empty where DingTalk publishes none. */
  readonly category: string;
  /** Of custom forms; the others are DingTalk's own suites. */
  readonly items: readonly FormItem[];
}

const PURCHASE: readonly FormItem[] = [
  item("TextField_1A2B", "采购事由", { required: true }),
  item("DDSelectField_2B3C", "采购类别", { options: ["材料", "设备", "劳务", "其他"] }),
  item("TextField_2C3D", "所属项目"),
  item("TableField_3C4D", "采购明细", {
    columns: [
      item("TextField_4D5E", "物品名称"),
      item("NumberField_5E6F", "数量"),
      item("MoneyField_6F70", "单价（元）"),
    ],
  }),
  item("MoneyField_7081", "总金额（元）"),
  item("DDDateField_8192", "期望交付日期"),
  item("InnerContactField_92A3", "验收人"),
  item("DepartmentField_A3B4", "使用部门"),
  item("DDPhotoField_B4C5", "图片"),
];

const PROJECT: readonly FormItem[] = [
  item("TextField_P101", "项目名称", { required: true }),
  item("TextField_P102", "项目编号", { required: true }),
  item("AddressField_P103", "项目地址"),
  item("InnerContactField_P104", "项目经理"),
  item("DDDateRangeField_P105", "工期"),
  item("MoneyField_P106", "合同金额（元）"),
  item("TextareaField_P107", "说明"),
];

/** The forms that the company has from the start. */
export const TEMPLATES: readonly Template[] = [
  own("LEAVE", "请假", "leave", ""),
  own("OVERTIME", "加班", "overtime", "attendance.batchovertime"),
  own("TRIP", "出差", "trip", "alitrip.business"),
  own("OUTING", "外出", "outing", "attendance.goout"),
  own("SUPPLY", "补卡申请", "supply", "attendance.supply"),
  { ...own("PURCHASE", "采购申请", "custom", ""), items: PURCHASE },
  { ...own("PROJECT", "立项申请", "custom", ""), items: PROJECT },
];

/** The form of one of attendance's own kinds. */
export function templateOf(kind: Exclude<ApprovalKind, "custom">): Template {
  const found = TEMPLATES.find((template) => template.kind === kind);
  if (!found) throw new Error(`There is no form for ${kind}`);
  return found;
}

function own(word: string, title: string, kind: ApprovalKind, category: string): Template {
  return { processCode: `PROC-SIMULATOR-${word}`, title, kind, category, items: [] };
}

type Rest = Partial<Pick<FormItem, "required" | "options" | "columns">>;

function item(id: string, label: string, rest: Rest = {}): FormItem {
  return { id, type: id.split("_")[0] ?? "TextField", label, required: false, ...rest };
}
