import type { OrganisationKind } from '@collegium/contract/organisation-kinds.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';

export interface SampleOrganisation {
  key: string;
  kind: OrganisationKind;
  name: string;
  shortMark: string;
  country: string;
  city: string;
  timeZone: string;
  description: LocalisedText;
  units?: string[];
}

/** Fictitious organisations around a fictitious coast: one at least of each of the nine kinds. */
export const sampleOrganisations: readonly SampleOrganisation[] = [
  {
    key: 'alliance',
    kind: 'international_organisation',
    name: 'Blue Coast Alliance',
    shortMark: 'BC',
    country: 'NL',
    city: 'Rotterdam',
    timeZone: 'Europe/Amsterdam',
    description: {
      en: 'Keeps the network going: rounds, agreements, reports. Fictitious.',
      'zh-CN': '维持网络运转：轮次、协议与报告。纯属虚构。',
    },
  },
  {
    key: 'northwater',
    kind: 'university',
    name: 'Northwater University',
    shortMark: 'NU',
    country: 'NL',
    city: 'Rotterdam',
    timeZone: 'Europe/Amsterdam',
    description: {
      en: 'Marine engineering and port logistics. Fictitious.',
      'zh-CN': '海洋工程与港口物流。纯属虚构。',
    },
    units: ['Faculty of Engineering', 'School of Logistics'],
  },
  {
    key: 'ribeira',
    kind: 'university',
    name: 'Universidade de Ribeira',
    shortMark: 'UR',
    country: 'PT',
    city: 'Porto',
    timeZone: 'Europe/Lisbon',
    description: { en: 'Coastal science and marine data. Fictitious.', 'zh-CN': '海岸科学与海洋数据。纯属虚构。' },
    units: ['Department of Marine Data', 'Department of Coastal Science'],
  },
  {
    key: 'jianglan',
    kind: 'university',
    name: 'Jianglan University',
    shortMark: 'JL',
    country: 'CN',
    city: 'Jianglan',
    timeZone: 'Asia/Shanghai',
    description: { en: 'Port economics and languages. Fictitious.', 'zh-CN': '港口经济与语言。纯属虚构。' },
    units: ['School of Port Economics'],
  },
  {
    key: 'lindqvist',
    kind: 'research_institute',
    name: 'Lindqvist Institute',
    shortMark: 'LI',
    country: 'SE',
    city: 'Umeå',
    timeZone: 'Europe/Stockholm',
    description: { en: 'Sediments and sensors. Fictitious.', 'zh-CN': '沉积物与传感器。纯属虚构。' },
  },
  {
    key: 'vantera',
    kind: 'company',
    name: 'Vantera Energy',
    shortMark: 'VE',
    country: 'DK',
    city: 'Esbjerg',
    timeZone: 'Europe/Copenhagen',
    description: { en: 'Operates wind farms at sea. Fictitious.', 'zh-CN': '运营海上风电场。纯属虚构。' },
    units: ['Operations', 'Data office'],
  },
  {
    key: 'kade',
    kind: 'public_body',
    name: 'Kade Port Authority',
    shortMark: 'KP',
    country: 'NL',
    city: 'Kade',
    timeZone: 'Europe/Amsterdam',
    description: { en: 'Runs the port of Kade. Fictitious.', 'zh-CN': '管理卡德港。纯属虚构。' },
  },
  {
    key: 'halden',
    kind: 'vocational_school',
    name: 'Halden Polytechnic',
    shortMark: 'HP',
    country: 'NO',
    city: 'Halden',
    timeZone: 'Europe/Oslo',
    description: { en: 'Ship mechanics and welding. Fictitious.', 'zh-CN': '船舶机械与焊接。纯属虚构。' },
  },
  {
    key: 'harbour',
    kind: 'school',
    name: 'Kade Harbour School',
    shortMark: 'HS',
    country: 'NL',
    city: 'Kade',
    timeZone: 'Europe/Amsterdam',
    description: { en: 'A school by the harbour. Fictitious.', 'zh-CN': '港口旁的学校。纯属虚构。' },
  },
  {
    key: 'literacy',
    kind: 'ngo',
    name: 'Ocean Literacy Network',
    shortMark: 'ON',
    country: 'PT',
    city: 'Lisbon',
    timeZone: 'Europe/Lisbon',
    description: { en: 'Brings the sea into classrooms. Fictitious.', 'zh-CN': '把海洋带进课堂。纯属虚构。' },
  },
  {
    key: 'seawall',
    kind: 'community_organisation',
    name: 'Seawall Neighbours',
    shortMark: 'SN',
    country: 'NL',
    city: 'Kade',
    timeZone: 'Europe/Amsterdam',
    description: { en: 'Neighbours who look after the sea wall. Fictitious.', 'zh-CN': '守护海堤的邻里。纯属虚构。' },
  },
];
