/** Tells the lines (from 0) of texts that are asked for in their order. What isn’t found is on the line of the last one. */
export function lineCounter(text: string): (part: string) => number {
  let [at, line, isLost] = [0, 0, false]
  return (part) => {
    const found = isLost ? -1 : text.indexOf(part, at)
    // Written in another way. To look for each to the end of a long text would take too long.
    isLost ||= found === -1
    if (isLost) return line
    for (let next = text.indexOf('\n', at); next !== -1 && next < found; next = text.indexOf('\n', next + 1)) line += 1
    at = found
    return line
  }
}
