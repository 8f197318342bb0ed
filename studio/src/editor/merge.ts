import { blocksOf } from './body/blocks'
import { FIELDS, copyOf, identity, isList, isSame, type Content, type Field, type Item } from './content'

/** A passage of a body: what it was, what each side made of it, and what comes of that; null if somebody has to decide. */
export interface Region {
  base: string[]
  mine: string[]
  theirs: string[]
  merged: string[] | null
}

/** A field that both sides changed, and that does not go together. `regions` are those of a body. */
export interface Conflict {
  field: Field
  base: Content[Field]
  mine: Content[Field]
  theirs: Content[Field]
  regions?: Region[]
}

/**
 * An edit of `base` brought onto `theirs`, which others made of the same base.
 *
 * Fields that only one side changed have its value; bodies are merged by paragraph, lists by item. What does not go
 * together is a conflict and keeps the value of `mine`. `refused` are fields that the server could not merge.
 */
export function rebase(base: Content, mine: Content, theirs: Content, refused: string[] = []) {
  const content = copyOf(theirs)
  const conflicts: Conflict[] = []
  const set = (field: Field, value: unknown) => Object.assign(content, { [field]: value })
  for (const field of FIELDS) {
    const three = [base[field], mine[field], theirs[field]] as const
    if (isSame(three[1], three[2]) || isSame(three[0], three[1])) continue
    if (isSame(three[0], three[2])) {
      set(field, three[1])
      continue
    }
    const conflict: Conflict = { field, base: three[0], mine: three[1], theirs: three[2] }
    const isRefused = refused.includes(field)
    if (field === 'html') conflict.regions = mergeBodies(base.html, mine.html, theirs.html)
    const merged = isRefused ? undefined : mergedValue(conflict)
    if (merged === undefined) conflicts.push(conflict)
    set(field, merged ?? three[1])
  }
  return { content, conflicts }
}

function mergedValue({ field, base, mine, theirs, regions }: Conflict) {
  if (regions)
    return regions.every(({ merged }) => merged) ? regions.flatMap(({ merged }) => merged!).join('') : undefined
  return isList(field) ? mergeLists(base as Item[], mine as Item[], theirs as Item[]) : undefined
}

/**
 * A list in which both sides added, removed or changed different items; nothing if they do not go together.
 *
 * At most one side may have changed the order. What the other side added follows the item that it followed there.
 */
export function mergeLists(base: Item[], mine: Item[], theirs: Item[]): Item[] | undefined {
  const [first, second, third] = [base, mine, theirs].map(
    (items) => new Map(items.map((item) => [identity(item), item])),
  )
  const chosen = new Map<string, Item | undefined>()
  for (const key of new Set([...first.keys(), ...second.keys(), ...third.keys()])) {
    const [was, my, their] = [first.get(key), second.get(key), third.get(key)]
    if (!isSame(was, my) && !isSame(was, their) && !isSame(my, their)) return undefined
    chosen.set(key, isSame(was, my) ? their : my)
  }
  const common = [...first.keys()].filter((key) => second.has(key) && third.has(key))
  const order = (items: Map<string, Item>) => [...items.keys()].filter((key) => common.includes(key)).join()
  const isMineMoved = order(second) !== common.join()
  if (isMineMoved && order(third) !== common.join() && order(second) !== order(third)) return undefined
  const [leading, other] = isMineMoved ? [second, third] : [third, second]
  const keys = [...leading.keys()]
  let before = -1
  for (const key of other.keys()) {
    if (!keys.includes(key)) keys.splice(before + 1, 0, key)
    before = keys.indexOf(key)
  }
  return keys.flatMap((key) => chosen.get(key) ?? [])
}

/** The passages of a body in order; those that neither side touched are passages, too. */
export function mergeBodies(base: string, mine: string, theirs: string): Region[] {
  const [first, second, third] = [base, mine, theirs].map(blocksOf)
  const [toMine, toTheirs] = [matches(first, second), matches(first, third)]
  const regions: Region[] = []
  let [atBase, atMine, atTheirs] = [0, 0, 0]
  for (let here = 0; here <= first.length; here++) {
    const isEnd = here === first.length
    const mineHere = isEnd ? second.length : toMine[here]
    const theirsHere = isEnd ? third.length : toTheirs[here]
    if (mineHere === undefined || theirsHere === undefined) continue
    regions.push(
      ...passage(first.slice(atBase, here), second.slice(atMine, mineHere), third.slice(atTheirs, theirsHere)),
    )
    if (!isEnd) regions.push(decided([first[here]], [first[here]], [first[here]]))
    ;[atBase, atMine, atTheirs] = [here + 1, mineHere + 1, theirsHere + 1]
  }
  return regions
}

/** What stands between paragraphs that all three have. Where nobody added or removed any, each is looked at alone. */
function passage(base: string[], mine: string[], theirs: string[]): Region[] {
  if (!base.length && !mine.length && !theirs.length) return []
  const whole = decided(base, mine, theirs)
  if (whole.merged || base.length !== mine.length || base.length !== theirs.length) return [whole]
  return base.map((block, index) => decided([block], [mine[index]], [theirs[index]]))
}

function decided(base: string[], mine: string[], theirs: string[]): Region {
  if (isSame(mine, base) || isSame(mine, theirs)) return { base, mine, theirs, merged: theirs }
  return { base, mine, theirs, merged: isSame(theirs, base) ? mine : null }
}

/** For each block of the first list the place of its equal in the second, by a longest common subsequence. */
function matches(first: string[], second: string[]): (number | undefined)[] {
  const found: (number | undefined)[] = new Array(first.length).fill(undefined)
  let start = 0
  while (start < first.length && start < second.length && first[start] === second[start]) found[start] = start++
  let [end, otherEnd] = [first.length, second.length]
  while (end > start && otherEnd > start && first[end - 1] === second[otherEnd - 1]) found[--end] = --otherEnd
  const lengths = lengthsOf(first.slice(start, end), second.slice(start, otherEnd))
  let [row, column] = [0, 0]
  while (start + row < end && start + column < otherEnd) {
    if (first[start + row] === second[start + column]) found[start + row++] = start + column++
    else if (lengths[row + 1][column] >= lengths[row][column + 1]) row++
    else column++
  }
  return found
}

function lengthsOf(first: string[], second: string[]): Uint16Array[] {
  const lengths = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1))
  for (let row = first.length - 1; row >= 0; row--) {
    for (let column = second.length - 1; column >= 0; column--) {
      lengths[row][column] =
        first[row] === second[column]
          ? lengths[row + 1][column + 1] + 1
          : Math.max(lengths[row + 1][column], lengths[row][column + 1])
    }
  }
  return lengths
}

/** Both lists in one: mine first, then what only they have. */
export function united(mine: Item[], theirs: Item[]): Item[] {
  const keys = new Set(mine.map(identity))
  return [...mine, ...theirs.filter((item) => !keys.has(identity(item)))]
}
