import { basename } from 'node:path';
import { packLibrary } from './lib/pack-library.ts';

/** `npm run pack -- matching [folder]`: makes `engine/<name>` into a package that others can install or publish. */
const [name, folder = '.'] = process.argv.slice(2);
if (name === undefined) {
  console.error('Which library? npm run pack -- matching');
  process.exitCode = 64;
} else {
  const file = await packLibrary(name, folder);
  console.log(
    `${file}\n\nnpm install ./${basename(file)}   in a project of yours\nnpm publish ${basename(file)}     to a registry`,
  );
}
