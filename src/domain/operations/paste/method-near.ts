import { METHODS, type Log } from './log.ts'

const FIELD = new RegExp(String.raw`\bmethod\\?["']?\s{0,3}[:=]\s{0,3}\\?["'\x60]?(${METHODS})\b`, 'i')
/** `.DELETE()` and `.method("PATCH", …)` of Java, `CURLOPT_CUSTOMREQUEST` of PHP, and `delete {` of Bruno. */
const OTHER = new RegExp(
  String.raw`^\s*(?:\.(${METHODS})\(|(?:\.method\(|.{0,60}CURLOPT_CUSTOMREQUEST\s?(?:,|=>))\s?["'](${METHODS})["']|(${METHODS.toLowerCase()}) \{\s*$)`,
)
const LABEL = /\bmethod:?\s*$/i
const WORD = new RegExp(String.raw`^\s*(${METHODS})\s*$`)
/** A call of `fetch` may have all its headers before its method. */
const LONGEST_FETCH = 60
/** An entry of an export may have a name and times between its address and its method. */
const LONGEST_ENTRY = 15
const URL_KEY = /^\s*(?:- )?["']?url["']?:|CURLOPT_URL/

/**
 * The method of an address that has it on a line of its own: `"method": "POST"` in JSON or a program, “Request Method:
 * POST” in a browser's tools. Each such line belongs to one address.
 */
export function methodNear(log: Log, index: number): string | null {
  const line = log.lines[index] ?? ''
  const own = FIELD.exec(line.slice(0, 4000))?.[1]
  if (own !== undefined) return own
  const isFetch = line.includes('fetch(') || /fetch\(\s*$/.test((log.lines[index - 1] ?? '').slice(-80))
  const below = isFetch ? LONGEST_FETCH : URL_KEY.test(line) ? LONGEST_ENTRY : 3
  const offsets = [...(isFetch ? [] : [-1, -2]), ...Array.from({ length: below }, (_, offset) => offset + 1)]
  for (const offset of offsets) {
    const at = index + offset
    const text = (log.lines[at] ?? '').slice(0, 400)
    // The next call begins, or this one ends.
    if (offset > 0 && (/^\s*\}\s*\)/.test(text) || text.includes(isFetch ? 'fetch(' : '://'))) return null
    const [, java, inQuotes, bruno] = OTHER.exec(text) ?? []
    const method =
      FIELD.exec(text)?.[1] ??
      java ??
      inQuotes ??
      bruno ??
      (LABEL.test(text) ? WORD.exec(log.lines[at + 1] ?? '')?.[1] : undefined)
    if (method === undefined || log.methodLines.has(at)) continue
    log.methodLines.add(at)
    return method
  }
  return null
}
