import type { OrganisationInput } from '@collegium/contract/organisations.ts';
import { faultOfOpenUrlBase, faultOfResolver, type LinkFault } from '@collegium/contract/sharing/library-links.ts';
import { Problem } from '../platform/problem/problem.ts';

/** Refuses addresses of a library that would lead elsewhere than they say. Throws request.invalid. */
export function checkLinks({ linkResolver, openUrlBase }: OrganisationInput, language: string): void {
  const words = language.startsWith('zh') ? sentences['zh-CN'] : sentences.en;
  const found = {
    '/linkResolver': linkResolver ? faultOfResolver(linkResolver) : undefined,
    '/openUrlBase': openUrlBase ? faultOfOpenUrlBase(openUrlBase) : undefined,
  };
  const faults = Object.entries(found).flatMap(([pointer, fault]) =>
    fault ? [{ pointer, message: words[fault] }] : [],
  );
  if (faults.length > 0)
    throw new Problem('request.invalid', { fields: faults.map(({ pointer }) => pointer).join(', ') }, faults);
}

const sentences: Record<'en' | 'zh-CN', Record<LinkFault, string>> = {
  en: {
    not_https: 'Enter an address that begins with https:// and has no spaces or quotation marks.',
    not_a_site: 'Enter the address of a site by its name, without a user, a password or a bare IP address.',
    gap_misplaced: 'Put {url} once, behind the name of the site; other braces are not allowed.',
    no_place: 'End the address with = or /, or put {url} where the address of the resource goes.',
    has_fragment: 'Leave out the part from # on.',
  },
  'zh-CN': {
    not_https: '请输入以 https:// 开头的地址，不含空格或引号。',
    not_a_site: '请输入带域名的网站地址，不含用户名、密码，也不能只用 IP 地址。',
    gap_misplaced: '请将 {url} 放在网站域名之后，且只放一次；不允许使用其他花括号。',
    no_place: '地址须以 = 或 / 结尾，或者用 {url} 标明资源地址的位置。',
    has_fragment: '请去掉 # 及其后的部分。',
  },
};
