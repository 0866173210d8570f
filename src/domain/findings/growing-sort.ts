/**
 * Sorts a list that grows from call to call. What was sorted before keeps its order to begin with, and sorting what is
 * nearly in order takes few comparisons. Each item, as an object, is in the result once.
 */
export function growingSort<Item extends object>(
  compare: (a: Item, b: Item) => number,
): (items: readonly Item[]) => readonly Item[] {
  let last: readonly Item[] = []
  return (items) => {
    const added = new Set(items)
    const known = last.filter((item) => added.delete(item))
    last = [...known, ...added].sort(compare)
    return last
  }
}
