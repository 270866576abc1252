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

/** A new 加班 (attendance.batchovertime) of two people on two evenings: one component whose value is JSON text of its parts. */
export const overtimeComponents = [
  {
    id: "DDBizSuite_5ZJ2V5MOR4OW",
    name: "加班",
    componentType: "DDBizSuite",
    value: JSON.stringify([
      {
        key: "InnerContactField_1",
        label: "加班人",
        value: "赵一,钱二",
        bizAlias: "partner",
        extendValue: [
          { emplId: "zhao001", name: "赵一" },
          { emplId: "qian002", name: "钱二" },
        ],
      },
      { key: "DDDateField_2", label: "开始时间", value: "2026-09-16 18:30", bizAlias: "startTime" },
      { key: "DDDateField_3", label: "结束时间", value: "2026-09-17 20:30", bizAlias: "finishTime" },
      {
        key: "TableField_4",
        label: "明细",
        bizAlias: "everyDayDuration",
        value: JSON.stringify(
          ["2026-09-16", "2026-09-17"].map((date, index) => ({
            rowNumber: `TableField_4_${index}`,
            rowValue: [
              { key: "DDDateField_5", label: "加班时间", value: date, bizAlias: "overtimeDate" },
              {
                key: "NumberField_6",
                label: "加班时长",
                value: index === 0 ? "2.5" : "2",
                bizAlias: "overtimeDuration",
              },
            ],
          })),
        ),
      },
      { key: "NumberField_7", label: "总时长", value: "4.5", bizAlias: "duration", extendValue: { unit: "HOUR" } },
      { key: "DDSelectField_8", label: "加班补偿", bizAlias: "compensation" },
    ]),
    extValue: "",
  },
];

/** An 外出 (attendance.goout): its parts lie flat in the form. */
export const goOutComponents = [
  { id: "DDSelectField_1", name: "外出类型", componentType: "DDSelectField", bizAlias: "type", value: "拜访客户" },
  {
    id: "DDDateField_2",
    name: "开始时间",
    componentType: "DDDateField",
    bizAlias: "startTime",
    value: "2026-09-16 下午",
  },
  {
    id: "DDDateField_3",
    name: "结束时间",
    componentType: "DDDateField",
    bizAlias: "finishTime",
    value: "2026-09-17 下午",
  },
  {
    id: "NumberField_4",
    name: "时长",
    componentType: "NumberField",
    bizAlias: "duration",
    value: "1.5",
    extValue: '{"unit":"DAY"}',
  },
  {
    id: "InnerContactField_5",
    name: "同行人",
    componentType: "InnerContactField",
    bizAlias: "traveler",
    value: "qian002,sun003",
    extValue: "",
  },
  { id: "TextareaField_6", name: "外出事由", componentType: "TextareaField", value: "现场交底" },
];

/** A 补卡 (attendance.supply). */
export const supplyComponents = [
  {
    id: "DDDateField-JYNRW51O",
    name: "补卡时间",
    componentType: "DDDateField",
    bizAlias: "userCheckTime",
    value: "2026-09-16 18:00",
    extValue: JSON.stringify({
      planId: 402118830112,
      timeStamp: 1789488000000,
      workDate: 1789488000000,
      planText: "2026-09-16 18:00",
      userCheckTime: 1789552800000,
      planTip: "周三 ( 09.16 下班) 补卡",
    }),
  },
  { id: "TextareaField-1", name: "补卡理由", componentType: "TextareaField", value: "忘记打卡" },
];
