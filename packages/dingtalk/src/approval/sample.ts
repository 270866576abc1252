/** The answer of 获取单个审批实例详情 for an afternoon's leave, as documented. */
export const leaveResult = {
  title: "赵一提交的请假",
  businessId: "202609131534000382214",
  status: "COMPLETED",
  result: "agree",
  createTime: "2026-09-13T15:34Z",
  finishTime: "2026-09-13T15:41Z",
  originatorUserId: "zhao001",
  originatorDeptId: "432825033",
  bizAction: "NONE",
  attachedProcessInstanceIds: [],
  formComponentValues: [
    {
      id: "DDHolidayField-J2BWEN12",
      name: '["开始时间","结束时间"]',
      componentType: "DDHolidayField",
      value: '["2026-09-16 13:30","2026-09-16 18:00",4.5,"hour","事假","请假类型"]',
      extValue: JSON.stringify({
        unit: "HOUR",
        durationInDay: 0.56,
        durationInHour: 4.5,
        pushTag: "请假",
        extension: '{"tag":"事假"}',
        isNaturalDay: false,
        detailList: [
          {
            workDate: 1789488000000,
            isRest: false,
            workTimeMinutes: 480,
            approveInfo: { fromTime: 1789536600000, toTime: 1789552800000, durationInDay: 0.56, durationInHour: 4.5 },
            classInfo: { hasClass: true, name: "白班" },
          },
        ],
      }),
    },
    { id: "TextareaField-J2BWEN13", name: "请假事由", componentType: "TextareaField", value: "家中有事" },
    { id: "DDPhotoField-J2BWEN14", name: "图片", componentType: "DDPhotoField", value: "null" },
  ],
  operationRecords: [
    { userId: "zhao001", date: "2026-09-13T15:34Z", type: "START_PROCESS_INSTANCE", result: "NONE" },
    { userId: "mgr1001", date: "2026-09-13T15:41Z", type: "EXECUTE_TASK_NORMAL", result: "AGREE" },
  ],
};

/** Components of a 采购 form as they are read back; tables differ from what is written. */
export const purchaseComponents = [
  { id: "TextField_1A2B", name: "采购事由", componentType: "TextField", value: "B标段混凝土浇筑" },
  {
    id: "DDSelectField_2B3C",
    name: "采购类别",
    componentType: "DDSelectField",
    value: "材料",
    extValue: '{"label":"材料","key":"option_0"}',
  },
  {
    id: "TableField_3C4D",
    name: "采购明细",
    componentType: "TableField",
    value:
      '[{"rowNumber":"TableField_3C4D_0001","rowValue":[{"label":"物品名称","value":"水泥","key":"TextField_4D5E"},{"label":"数量","value":"10","key":"NumberField_5E6F"},{"label":"单价（元）","value":"420","key":"MoneyField_6F70"}]}]',
    extValue: '{"statValue":[],"componentName":"TableField"}',
  },
  {
    id: "MoneyField_7081",
    name: "总金额（元）",
    componentType: "MoneyField",
    value: "4200",
    extValue: '{"upper":"肆仟贰佰元整","componentName":"MoneyField"}',
  },
  { id: "DDDateField_8192", name: "期望交付日期", componentType: "DDDateField", value: "2026-09-21" },
  {
    id: "InnerContactField_92A3",
    name: "验收人",
    componentType: "InnerContactField",
    value: "赵一",
    extValue: '[{"emplId":"zhao001","name":"赵一"}]',
  },
  {
    id: "DepartmentField_A3B4",
    name: "使用部门",
    componentType: "DepartmentField",
    value: "工程一部",
    extValue: '[{"id":"432825033","name":"工程一部"}]',
  },
];
