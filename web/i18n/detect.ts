import { activateLanguage } from './texts.ts';
import { matchLanguage, type Language } from './languages.ts';

const storageKey = 'collegium-language';

/** The language to read in: the session's, else the one chosen on this device, else the browser's. */
export function detectLanguage(fromSession?: string): Language {
  return matchLanguage([readStored() ?? fromSession, ...navigator.languages]);
}

/** Reads in another language from now on, on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  await activateLanguage(language);
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
