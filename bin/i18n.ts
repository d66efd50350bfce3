// Collects the texts of the pages into web/locales and says which wait for a translation.
// Usage: npm run i18n [-- folder…], a folder being one of web/, for instance `offers`; all of them without one.
import { extractTexts, listUntranslated } from './lib/texts.ts';

const folders = process.argv.slice(2);
extractTexts(folders);
const missing = listUntranslated().filter(
  ({ file }) => folders.length === 0 || folders.some((folder) => file.endsWith(`/${folder}.po`)),
);
for (const { file, text } of missing) console.log(`${file}: ${text}`);
console.log(missing.length === 0 ? 'Every text is translated.' : `${missing.length} texts wait for a translation.`);
