import { safeText } from '#domain/token/safe-text.ts'
import type { Token } from '#domain/token/token.ts'
import { EXPLANATIONS } from './explanations.ts'
import type { Finding, RuleId, Severity } from './finding.ts'
import type { Findings } from './findings-of.ts'
import { RULES } from './rules.ts'
import type { Suppressed } from './suppressions.ts'
import { namesOf } from './token-names.ts'
import type { Uncounted } from './uncounted.ts'

/** What a report in SARIF is about. `silent` are rules that could not be judged, `uncounted` those without a number. */
type Report = {
  accountId: string
  tokens: readonly Token[]
  findings: readonly Finding[]
  suppressed: readonly Suppressed[]
  silent: Findings['silent']
  uncounted: readonly Uncounted[]
  /** What the reader should know of how the tokens were read. */
  notes: readonly string[]
  /** Of Token Desk. */
  version: string
}

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  'act-now': 'error',
  'fix-soon': 'warning',
  review: 'note',
  tidy: 'note',
}

/** Findings as SARIF 2.1.0 (OASIS), such as code scanning of GitHub takes. A token has the place of a file in it. */
export function toSarif(report: Report): string {
  const { accountId, tokens, findings, suppressed, silent, uncounted, notes, version } = report
  const names = namesOf(tokens)
  const resultOf = (finding: Finding) => toResult(finding, accountId, names)
  const accepted = suppressed.map(({ finding, suppression: { reason } }) => ({
    ...resultOf(finding),
    suppressions: [{ kind: 'external', status: 'accepted', justification: safeText(reason) }],
  }))
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Token Desk', semanticVersion: version, rules: DESCRIPTORS } },
        automationDetails: { id: `token-desk/findings/${accountId}/` },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...silent.map(({ rule, why }) => toNotice(rule, 'warning', `could not be judged. ${why}`)),
              ...uncounted.map(({ rule, why }) => toNotice(rule, 'note', `was judged in part. ${why}`)),
              ...notes.map((note) => ({ level: 'warning', message: messageOf(safeText(note)) })),
            ],
          },
        ],
        // Without findings as well: a missing list says that nothing was looked for.
        results: [...findings.map(resultOf), ...accepted],
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const toNotice = (rule: RuleId, level: 'warning' | 'note', text: string) => ({
  level,
  message: messageOf(`${rule} ${text}`),
  associatedRule: { id: rule, index: indexOf(rule) },
})

/** Braces around a number would hold the place of an argument (SARIF 2.1.0, 3.11.5), and `[text](address)` is a link (3.11.6). */
const messageOf = (text: string) => ({ text: text.replaceAll(/[{}]/g, '$&$&').replaceAll('](', ']\u2060(') })

const DESCRIPTORS = RULES.map(({ id, title, why, unseen, guards, family }) => ({
  id,
  name: title.replaceAll(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: title },
  fullDescription: { text: why },
  help: {
    text: [
      EXPLANATIONS[id].when,
      `What cannot be seen: ${unseen}`,
      ...(guards.length > 0 ? [`Silent for: ${guards.join(' ')}`] : []),
      ...EXPLANATIONS[id].sources.map(({ name, url }) => `${name}: ${url}`),
    ].join('\n'),
  },
  properties: { family },
}))

const indexOf = (rule: string) => DESCRIPTORS.findIndex(({ id }) => id === rule)

function toResult(finding: Finding, accountId: string, names: ReadonlyMap<string, string>) {
  const { rule, tokenId, severity, seen, fingerprint } = finding
  const uri = `accounts/${accountId}/tokens${tokenId === null ? '' : `/${encodeURIComponent(tokenId)}`}`
  const name = tokenId === null ? accountId : (names.get(tokenId) ?? tokenId)
  const text = tokenId === null ? seen : `“${name}”: ${seen}`
  return {
    ruleId: rule,
    ruleIndex: indexOf(rule),
    level: LEVELS[severity],
    message: messageOf(text),
    locations: [
      {
        // Code scanning asks for a line of a file.
        physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
        logicalLocations: [{ name, fullyQualifiedName: uri, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'tokenDesk/v1': fingerprint },
    properties: { severity },
  }
}
