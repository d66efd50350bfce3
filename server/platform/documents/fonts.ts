import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The fonts of documents: Source Serif for the record, Noto Serif SC (Song) for Chinese, Noto Naskh for Arabic, all under the Open Font License. */
const fonts = [
  ['source-serif-4', '400Regular', 'SourceSerif4_400Regular.ttf'],
  ['source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold.ttf'],
  ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc', '600SemiBold', 'NotoSerifSC_600SemiBold.ttf'],
  ['noto-naskh-arabic', '400Regular', 'NotoNaskhArabic_400Regular.ttf'],
  ['noto-naskh-arabic', '600SemiBold', 'NotoNaskhArabic_600SemiBold.ttf'],
] as const;

/** Absolute paths of the font files that documents are set in. */
export function fontFiles(): string[] {
  return fonts.map(([name, weight, file]) =>
    join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), weight, file),
  );
}
