/** What somebody declares with a signature, in the words that are shown before and kept after. */
export interface Statement {
  kind: 'signatory' | 'witness';
  name: string;
  office: string;
  organisation: string;
  title: string;
  number: number;
  hash: string;
}

/** The statement in a language; the same words on the page, in the record and on the document. */
export function signingStatement(statement: Statement, language: string): string {
  const { kind, name, office, organisation, title, number, hash } = statement;
  if (language.startsWith('zh'))
    return kind === 'witness'
      ? `本人${name}（${office}，${organisation}）见证《${title}》第 ${number} 版的签署。文本指纹：${hash}。`
      : `本人${name}以${office}身份代表${organisation}签署《${title}》第 ${number} 版。本人已阅读该文本，文本指纹：${hash}。`;
  return kind === 'witness'
    ? `I, ${name}, ${office}, for ${organisation}, witness the signing of version ${number} of “${title}”, fingerprint ${hash}.`
    : `I, ${name}, ${office}, sign version ${number} of “${title}” on behalf of ${organisation}. I have read this text, fingerprint ${hash}.`;
}

/** What somebody declares who lets an organisation join: the text as it is in force, from a day on. */
export function accessionStatement(
  { name, office, organisation, title, number, hash, joinsOn }: Omit<Statement, 'kind'> & { joinsOn: string },
  language: string,
): string {
  return language.startsWith('zh')
    ? `本人${name}以${office}身份代表${organisation}签署《${title}》第 ${number} 版，自 ${joinsOn} 起加入。本人已阅读该文本，文本指纹：${hash}。`
    : `I, ${name}, ${office}, sign version ${number} of “${title}” on behalf of ${organisation}, which joins on ${joinsOn}. I have read this text, fingerprint ${hash}.`;
}
