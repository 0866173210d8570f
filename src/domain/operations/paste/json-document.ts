/** The end of the JSON object that starts here; `null` where it has none. */
export function documentEnd(text: string, start: number): number | null {
  const signs = /"(?:[^"\\]|\\.)*(?:"|$)|[{}]/gs
  signs.lastIndex = start
  let depth = 0
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    if (match[0] === '{') depth += 1
    else if (match[0] === '}') depth -= 1
    if (depth === 0) return signs.lastIndex
  }
  return null
}
