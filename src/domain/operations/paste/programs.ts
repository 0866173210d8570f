import { METHODS } from './log.ts'

/** `"…/zones/" + id + "/settings"`, and with a full stop and a variable of PHP. */
const ADDED =
  /["'`]\s{0,3}(?:\+\s{0,3}\$?|\.\s{0,3}\$)([A-Za-z_][\w.]{0,60})(?:->\w{1,40}|\[[^\]\n]{0,60}\])?(?:\(\))?(\s{0,3}[+.]\s{0,3}["'`]|(?=\s{0,3}[,);]|\s*$))/g

/** A line of a program, in which the parts of an address that it adds are as in a template: `/zones/{id}/settings`. */
export function asTemplate(line: string): string {
  const joined = /\/["'`]\s{0,3}[+.]/.test(line)
    ? // With the last part, the text ends.
      line.replaceAll(ADDED, (added, name, next) => `{${name}}${next ? '' : added.charAt(0)}`)
    : line
  // Ruby has `#{id}`.
  return joined.includes('#{') ? joined.replaceAll('#{', '{') : joined
}

/** `app.get(`, `@router.post(`, `mux.HandleFunc("`: what a server answers itself. */
const SERVER = new RegExp(
  String.raw`(?:@[\w.]{1,60}|(?<![\w.])\$?(?:this\.|self\.|s\.)?(?:\w{0,30}(?:[aA]pp|[rR]outer|[rR]outes?|[sS]erver|[mM]ux)|fastify|hono|express|bp|blueprint))(?:\.|->|::)(?:${METHODS})\s?\(|\.(?:Handle(?:Func)?|on|add_?route|route|Method(?:Func)?|register)\(\s?["'\x60](?:\/|(?:${METHODS})\b)`,
  'i',
)
/** A path and its handler: `("/zones", (req, res) =>`, `r.GET("/zones", list)`. */
const HANDLER = new RegExp(
  String.raw`["'\x60],\s{0,3}(?:async\s{0,3})?(?:\(?(?:_?req|request|ctx|c|context)\b[^=\n]{0,80}=>|function\b\s?\w{0,40}\((?:_?req|request|ctx|c|context)\b|func\()|(?<![\w$.])[er]\.(?:${METHODS})\(["'\x60][^"'\x60]{1,500}["'\x60],\s{0,3}(?!(?:body|config|data|headers|options|opts|params|payload)\))[A-Za-z_][\w.]{0,60}\)`,
  'i',
)
/** A table of routes of Rails, or a file of them of Play. */
const ROUTE_TABLE = /\(\.:format\)|\s[\w/]{1,60}#\w{1,60}\s*$|\scontrollers\.\w/

/** Whether a line defines a route of a server, which is no call, although its path may be like one of the API. */
export const definesRoute = (line: string): boolean => SERVER.test(line) || HANDLER.test(line) || ROUTE_TABLE.test(line)

/** `PostAsync(`, `GetFromJsonAsync<Zone>(` in C#. */
const SUFFIX = String.raw`(?:(?:As|From)?(?:Json|String|Stream)?Async)?(?:<[\w<>]{1,40}>)?`

/** `requests.post(f"`, `Get "`, `Request("PATCH", "`, `http.MethodPut, "`: a program, or how Go writes it in an error. */
const BEFORE = new RegExp(
  String.raw`(?:\b|Method)(${METHODS})${SUFFIX}["'\x60]?[(,]?\s{0,2}(?:(?:fmt\.Sprintf|format!)\(\s?)?\\?[$fFbrRu]{0,2}["'\x60]$`,
  'i',
)

/** The method right before an address in a program. */
export const methodBefore = (text: string): string | null => BEFORE.exec(text.slice(-48))?.[1] ?? null

/** A line with nothing but the address of a call that begins above it. */
const ALONE = /^[\s$@fFbBrRu"'`]*$/

/** The method of an address on a line of its own, below `requests.delete(` or `http.MethodDelete,`. */
export function methodAbove(lines: readonly string[], index: number, before: string): string | null {
  if (!ALONE.test(before)) return null
  const above = lines.slice(Math.max(0, index - 3), index).map((line) => line.slice(-120).trim())
  return /[(,]$/.test(above.at(-1) ?? '') ? methodBefore(`${above.join(' ')} "`) : null
}

/** Whether an address alone on its line is an argument of a call, whose method could be any. */
export const isArgument = (lines: readonly string[], index: number): boolean =>
  /[(,]\s*$/.test((lines[index - 1] ?? '').slice(-120)) || /["'`]\s*[,)]/.test((lines[index] ?? '').slice(-120))

/** `url = "`, `uri := URI("`, `const url: string = new URL('`, `URL=` */
const ASSIGNED =
  /([A-Za-z_$][\w$]{0,40})(?:: ?\w{1,40})?\s{0,3}:?=\s{0,3}(?:new )?(?:[\w.:]{1,40}\()?\s?[$@fFbBrRu]{0,2}["'`]?$/
const LINES_BELOW = 40
const LONGEST_BELOW = 3000

/** The variable that an address is assigned to. */
const variableOf = (before: string) => ASSIGNED.exec(before.slice(-120))?.[1]

/** The beginnings of the lines below, without the blanks around them. */
const linesBelow = (lines: readonly string[], index: number) =>
  lines.slice(index + 1, index + LINES_BELOW).map((line) => line.slice(0, 300).trim())

/** The method of the call below that takes the address from a variable: `requests.patch(url`. */
export function methodOfVariable(lines: readonly string[], index: number, before: string): string | null {
  const name = variableOf(before)
  if (name === undefined) return null
  const below = linesBelow(lines, index).join(' ').slice(0, LONGEST_BELOW)
  const variable = String.raw`(?:ur[li]\s?[:=]\s?)?${name.replaceAll('$', String.raw`\$`)}(?![\w$])`
  const used = new RegExp(
    String.raw`(?:\b|Method)(${METHODS})${SUFFIX}(?:\.new)?["'\x60]?\s?[(,]\s?${variable}`,
    'i',
  ).exec(below)
  return used?.[1] ?? null
}

/** Whether the address of a variable is that of a command below, which is read with it. */
export function isOfCommand(lines: readonly string[], index: number, before: string): boolean {
  const name = variableOf(before)?.replace(/^\$/, '')
  if (name === undefined) return false
  const used = new RegExp(
    String.raw`(?:curl|wget|https?|xhs?|irm|iwr|invoke-\w{1,20})(?:\.exe)?\s[^\n]*(?:\$\{?${name}\b|%${name}%)`,
    'i',
  )
  return used.test(commandsBelow(lines, index))
}

/** The lines below as one text, with those of a command together. */
const commandsBelow = (lines: readonly string[], index: number) =>
  linesBelow(lines, index)
    .join('\n')
    .slice(0, LONGEST_BELOW)
    .replaceAll(/[\\`^]\n/g, ' ')

const VARIABLE = /^(?:\$\{?(\w{1,60})\}?|%(\w{1,60})%)(\/.*)?$/

/** The address that begins with a variable, by the last assignment above its line; or the word as it is. */
export function addressIn(lines: readonly string[], index: number, word: string): string {
  const [, shell, cmd, rest = ''] = VARIABLE.exec(word) ?? []
  const name = shell ?? cmd
  if (name === undefined) return word
  const form = new RegExp(String.raw`(?:^|[\s$])${name}\s{0,3}=\s{0,3}["']?(https?://[^\s"']{1,2000})`, 'i')
  for (let at = index - 1; at >= Math.max(0, index - LINES_BELOW); at -= 1) {
    const address = form.exec((lines[at] ?? '').slice(0, 2200))?.[1]
    if (address !== undefined) return address + rest
  }
  return word
}

/** `-X DELETE` on the lines above an address that is alone: a command in YAML, as folded text or as a list. */
export function optionAbove(lines: readonly string[], index: number): string | null {
  const above = lines.slice(Math.max(0, index - 4), index).map((line) =>
    line
      .slice(-120)
      .replaceAll(/["']/g, '')
      .replace(/^[\s-]+(?=[A-Za-z]|-\w|--)/, ''),
  )
  return OPTION.exec(above.join(' '))?.[1] ?? null
}

const OPTION = new RegExp(String.raw`\bcurl\b.{0,400}\s(?:-X|--request|X|request)[\s="']{0,3}(${METHODS})\b[^;|&]*$`)
