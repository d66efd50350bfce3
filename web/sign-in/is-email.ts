/** Whether a text can be an e-mail address at all; whether somebody has it, only a mail can tell. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/u.test(text.trim());
}
