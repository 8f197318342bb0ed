import type { CategoryListQuery } from '../gql/graphql'

type Entry = NonNullable<CategoryListQuery['page']>['nodes'][number]

/** A category in the tree. */
export interface Branch {
  id: string
  version: number
  name: string
  path: string
  parentId: string | null
  values: Record<string, unknown>
  children: Branch[]
}

/** Where a category may be put: under which one (null is the top), and at which place among its neighbours. */
export interface Place {
  parentId: string | null
  position: number
}

/** The tree that a list of categories makes, each row of neighbours in its order. */
export function grown(entries: readonly Entry[]): Branch[] {
  const places = new Map(entries.map(({ category, position }) => [category.id, position]))
  const branches = new Map(entries.map(({ category }) => [category.id, branch(category)]))
  const top: Branch[] = []
  for (const one of branches.values()) (branches.get(one.parentId ?? '')?.children ?? top).push(one)
  const order = (row: Branch[]) => {
    row.sort((one, other) => places.get(one.id)! - places.get(other.id)! || one.id.localeCompare(other.id))
    row.forEach(({ children }) => order(children))
  }
  order(top)
  return top
}

function branch({ parent, ...category }: Entry['category']): Branch {
  return { ...category, parentId: parent?.id ?? null, values: { ...category }, children: [] }
}

/** The neighbours of a category, itself among them; and the category above it. */
export function around(
  top: Branch[],
  id: string,
  above: Branch | null = null,
): { row: Branch[]; above: Branch | null } | undefined {
  if (top.some((one) => one.id === id)) return { row: top, above }
  for (const one of top) {
    const found = around(one.children, id, one)
    if (found) return found
  }
}

/** One step up, down, out (behind what it stands under) or in (under the one before it); nothing if there is no room. */
export function step(top: Branch[], id: string, way: 'up' | 'down' | 'out' | 'in'): Place | undefined {
  const found = around(top, id)
  if (!found) return
  const { row, above } = found
  const place = row.findIndex((one) => one.id === id)
  const before = row[place - 1]
  if (way === 'up' && before) return { parentId: above?.id ?? null, position: place - 1 }
  if (way === 'down' && place < row.length - 1) return { parentId: above?.id ?? null, position: place + 1 }
  if (way === 'in' && before) return { parentId: before.id, position: before.children.length }
  if (way === 'out' && above) {
    const outer = around(top, above.id)!
    return { parentId: outer.above?.id ?? null, position: outer.row.indexOf(above) + 1 }
  }
}
