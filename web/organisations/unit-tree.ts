import type { OrganisationView } from '@collegium/contract/organisations';

type Unit = OrganisationView['units'][number];

export interface UnitNode extends Unit {
  children: UnitNode[];
}

/** Units as a tree, each level in the order given; a unit whose parent is out of use stands at the top. */
export function unitTree(units: readonly Unit[]): UnitNode[] {
  const nodes = new Map(units.map((unit): [string, UnitNode] => [unit.id, { ...unit, children: [] }]));
  const roots: UnitNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
