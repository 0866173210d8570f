import { METHODS } from './log.ts'

/** `"…/zones/" + id + "/settings"`, and with a full stop and a variable of PHP. */
const ADDED =
  /["'`]\s{0,3}(?:\+\s{0,3}\$?|\.\s{0,3}\$)([A-Za-z_][\w.]{0,60})(?:->\w{1,40}|\[[^\]\n]{0,60}\])?(?:\(\))?(?:\s{0,3}[+.]\s{0,3}["'`]|(?=\s{0,3}[,);]|\s*$))/g

/** A line of a program, in which the parts of an address that it adds are as in a template: `/zones/{id}/settings`. */
export function asTemplate(line: string): string {
  const joined = /\/["'`]\s{0,3}[+.]/.test(line) ? line.replaceAll(ADDED, '{$1}') : line
  // Ruby has `#{id}`.
  return joined.includes('#{') ? joined.replaceAll('#{', '{') : joined
}

/** `requests.post(f"`, `Get "`, `Request("PATCH", "`, `http.MethodPut, "`: a program, or how Go writes it in an error. */
const BEFORE = new RegExp(
  String.raw`(?:\b|Method)(${METHODS})["'\x60]?[(,]?\s{0,2}(?:(?:fmt\.Sprintf|format!)\(\s?)?\\?[$fFbrRu]{0,2}["'\x60]$`,
  'i',
)

/** The method right before an address in a program. */
export const methodBefore = (text: string): string | null => BEFORE.exec(text.slice(-48))?.[1] ?? null
