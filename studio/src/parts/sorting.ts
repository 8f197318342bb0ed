import { addWords } from '../words'

addWords('sorting', {
  en: {
    move: 'Move {name}',
    up: 'Move {name} up',
    down: 'Move {name} down',
    help: 'Drag, or press the arrow keys',
    nowAt: '{name} is at place {place} of {n} now.',
  },
  zh: {
    move: '移动 {name}',
    up: '上移 {name}',
    down: '下移 {name}',
    help: '拖动，或按上下方向键',
    nowAt: '{name} 现在是第 {place} 位，共 {n} 位。',
  },
})

/** The list with the item at `from` moved to `to`. */
export function moved<Item>(items: Item[], from: number, to: number): Item[] {
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
