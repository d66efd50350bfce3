export { hideSmallGroups, type HiddenCells, type Table } from './hide-small-groups.ts';
export { share } from './share.ts';
