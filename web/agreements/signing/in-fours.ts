/** A check code as it is read aloud: four by four. */
export function inFours(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
