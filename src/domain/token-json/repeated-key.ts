/** A string with the colon that makes it a key, or a bracket. */
const PARTS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs

/** The first key that an object has twice, in a text of JSON: `JSON.parse` takes the last. Linear, for texts of any length. */
export function repeatedKey(json: string): string | null {
  const objects: (Set<string> | null)[] = []
  for (const [part, colon] of json.matchAll(PARTS)) {
    if (part === '{') objects.push(new Set())
    else if (part === '[') objects.push(null)
    else if (part === '}' || part === ']') objects.pop()
    else if (colon !== undefined) {
      const key = String(JSON.parse(part.slice(0, -colon.length)))
      const keys = objects.at(-1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  }
  return null
}
