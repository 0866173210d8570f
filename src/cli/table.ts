import { SEVERITIES, SEVERITY_LABELS, type Severity } from '#domain/findings/finding.ts'
import { RULES } from '#domain/findings/rules.ts'
import { namesOf } from '#domain/findings/token-names.ts'
import { count } from '#domain/text/plural.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { wholeSeconds } from '#domain/token/time.ts'
import { knownOf, titleOf, type Judged } from './judge.ts'

const TITLES = new Map(RULES.map(({ id, title }) => [id, title]))

/** SGR codes: bold red, yellow, cyan, dim. */
const COLOURS: Record<Severity, string> = { 'act-now': '1;31', 'fix-soon': '33', review: '36', tidy: '2' }

/** Findings for people, the most urgent first: a line for the token and the rule, one for what was seen. */
export function toTable(judged: Judged, hasColours: boolean): string {
  const { source, open, suppressed, silent, uncounted, now } = judged
  const paint = (text: string, code: string) => (hasColours ? `\u001B[${code}m${text}\u001B[0m` : text)
  const names = namesOf(source.tokens)
  const nameOf = (id: string | null) => (id === null ? 'The account' : (names.get(id) ?? id))
  const lines = SEVERITIES.flatMap((severity) => {
    const found = open.filter((finding) => finding.severity === severity)
    if (found.length === 0) return []
    return [
      '',
      paint(`${SEVERITY_LABELS[severity]}: ${count(found.length, 'finding')}`, COLOURS[severity]),
      ...found.flatMap(({ rule, tokenId, seen }) => [
        `  ${paint(nameOf(tokenId), '1')}  ${rule} ${TITLES.get(rule) ?? ''}`,
        `    ${seen}`,
      ]),
    ]
  })
  return [
    paint(titleOf(judged), '1'),
    `Account ${source.accountId}, ${knownOf(source)}, as of ${wholeSeconds(now)}.`,
    ...silentWords(silent),
    ...lines,
    '',
    ...(suppressed.length > 0 ? [`Suppressed: ${count(suppressed.length, 'finding')}.`] : []),
    ...uncounted.map(({ rule, why }) => `Judged in part: ${rule}. ${why}`),
    ...source.notes.map(safeText),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

/** "Not judged: N2, N6. The permission groups can’t be read.", a line for each reason. */
function silentWords(silent: Judged['silent']): string[] {
  const reasons = [...new Set(silent.map(({ why }) => why))]
  return reasons.map((why) => {
    const rules = silent.filter((one) => one.why === why).map(({ rule }) => rule)
    return `Not judged: ${rules.join(', ')}. ${why}`
  })
}
