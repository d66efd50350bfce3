import { detailedFields } from './fields-of-education-detailed.ts';

/** A field of ISCED-F 2013: code, English name, Chinese name. */
export type FieldOfEducation = readonly [code: string, en: string, zh: string];

/**
 * The broad fields (two digits) and narrow fields (three), UNESCO Institute for Statistics, ISCED-F 2013. The standard has
 * no Chinese edition that we could find, so `docs/vocabulary.md` says after what the Chinese names were checked.
 */
const broaderFields: readonly FieldOfEducation[] = [
  ['00', 'Generic programmes and qualifications', '通用课程和资格'],
  ['001', 'Basic programmes and qualifications', '基础课程和资格'],
  ['002', 'Literacy and numeracy', '识字与计算'],
  ['003', 'Personal skills and development', '个人技能与发展'],
  ['01', 'Education', '教育'],
  ['011', 'Education', '教育'],
  ['02', 'Arts and humanities', '艺术与人文'],
  ['021', 'Arts', '艺术'],
  ['022', 'Humanities (except languages)', '人文学科（语言除外）'],
  ['023', 'Languages', '语言'],
  ['03', 'Social sciences, journalism and information', '社会科学、新闻学和信息'],
  ['031', 'Social and behavioural sciences', '社会与行为科学'],
  ['032', 'Journalism and information', '新闻学与信息'],
  ['04', 'Business, administration and law', '商业、管理和法律'],
  ['041', 'Business and administration', '商业与管理'],
  ['042', 'Law', '法律'],
  ['05', 'Natural sciences, mathematics and statistics', '自然科学、数学和统计学'],
  ['051', 'Biological and related sciences', '生物及相关科学'],
  ['052', 'Environment', '环境'],
  ['053', 'Physical sciences', '物质科学'],
  ['054', 'Mathematics and statistics', '数学与统计学'],
  ['06', 'Information and communication technologies', '信息与通信技术'],
  ['061', 'Information and communication technologies', '信息与通信技术'],
  ['07', 'Engineering, manufacturing and construction', '工程、制造和建筑'],
  ['071', 'Engineering and engineering trades', '工程与工程行业'],
  ['072', 'Manufacturing and processing', '制造与加工'],
  ['073', 'Architecture and construction', '建筑学与建筑施工'],
  ['08', 'Agriculture, forestry, fisheries and veterinary', '农业、林业、渔业和兽医'],
  ['081', 'Agriculture', '农业'],
  ['082', 'Forestry', '林业'],
  ['083', 'Fisheries', '渔业'],
  ['084', 'Veterinary', '兽医学'],
  ['09', 'Health and welfare', '卫生与福利'],
  ['091', 'Health', '卫生'],
  ['092', 'Welfare', '福利'],
  ['10', 'Services', '服务'],
  ['101', 'Personal services', '个人服务'],
  ['102', 'Hygiene and occupational health services', '卫生与职业健康服务'],
  ['103', 'Security services', '安全服务'],
  ['104', 'Transport services', '运输服务'],
];

/** Every field, in the order of its code: each broad field before the narrow and detailed ones in it. */
export const fieldsOfEducation: readonly FieldOfEducation[] = [...broaderFields, ...detailedFields].toSorted(
  ([a], [b]) => (a < b ? -1 : 1),
);

/** The name of a field; of the narrowest known one around a code that the standard leaves open; the code itself when none is. */
export function fieldName(code: string, language: string): string {
  for (let known = code; known.length >= 2; known = known.slice(0, -1)) {
    const names = namesOfCode.get(known);
    if (names) return names[language.startsWith('zh') ? 1 : 0];
  }
  return code;
}

const namesOfCode = new Map(fieldsOfEducation.map(([code, en, zh]) => [code, [en, zh] as const]));
