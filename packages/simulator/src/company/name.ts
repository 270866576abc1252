import { type Draw, oneOf } from "./random.ts";

/** A name with the Latin word that begins its userid. */
export interface PersonName {
  readonly name: string;
  readonly word: string;
}

const SURNAMES = words(
  "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 沈shen 任ren 姚yao 卢lu 傅fu 钟zhong 崔cui 汪wang 廖liao 范fan 石shi 金jin 戴dai 夏xia 方fang 邹zou 熊xiong 孟meng 秦qin 江jiang 阎yan 薛xue 侯hou 雷lei 龙long 段duan 郝hao 孔kong 邵shao 史shi 毛mao 顾gu 赖lai 武wu 康kang 贺he 严yan 尹yin 钱qian 施shi 洪hong 龚gong 欧阳ouyang 司马sima 上官shangguan 诸葛zhuge",
);

const GIVEN =
  "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 建国 建军 志强 志明 海燕 海涛 晓东 晓燕 文博 文静 子涵 子轩 雨桐 雨欣 佳怡 佳琪 浩然 浩宇 思远 思雨 国强 国栋 春梅 春生 秀英 秀兰 玉兰 玉梅 德华 德明 永康 永强 立新 立群 振华 振宇 少华 少峰 婷婷 丽娟 红梅 红霞 金龙 金凤 小军 小燕 一鸣 一凡 梓萱 俊杰 俊豪 天宇 天成 嘉豪 嘉宁 宏伟 宏图 学文 学军 光辉 光明 新宇 新月".split(
    " ",
  );

const LONG_NAMES = words(
  "迪丽努尔·阿不都热合曼dilnur 买买提江·吐尔逊mamtjan 古丽娜尔·艾合买提gulnar 艾尼瓦尔·玉素甫anwar 热依汗古丽·卡斯木reyhan 帕提古丽·阿卜杜拉patigul 扎西顿珠zhaxi 才仁卓玛cairen 巴图孟克batu 乌日娜wurina 阿迪力江·麦麦提adil 努尔比亚·买买提明nurbiya",
);

const FREQUENT = words("张伟zhang 王芳wang 刘洋liu 陈静chen");

/** A Chinese name; a few are long ones of minorities, a few are borne by several people. */
export function drawName(draw: Draw): PersonName {
  const kind = draw();
  if (kind < 0.03) return oneOf(draw, LONG_NAMES);
  if (kind < 0.06) return oneOf(draw, FREQUENT);
  const surname = oneOf(draw, SURNAMES);
  return { name: surname.name + oneOf(draw, GIVEN), word: surname.word };
}

/** A Latin word for a name that somebody typed in, `xin` where the surname is not a frequent one. */
export function wordFor(name: string): string {
  return SURNAMES.find((surname) => name.startsWith(surname.name))?.word ?? "xin";
}

function words(text: string): PersonName[] {
  return text.split(" ").map((entry) => {
    const [, name = entry, word = "xin"] = /^(\D+?)([a-z]+)$/.exec(entry) ?? [];
    return { name, word };
  });
}
