import type { ReactNode } from 'react'
import { SafeText } from '#app/ui/safe-text.tsx'
import type { Match } from '#domain/inventory/find-match.ts'
import { resourceLabel } from '#domain/inventory/resource-terms.ts'
import { markMatches } from '#domain/permission-groups/search.ts'
import { countTargets, listPermissions } from '#domain/policy/list-permissions.ts'
import { summarizeResources } from '#domain/policy/summary.ts'
import { revealHidden } from '#domain/text/hidden.ts'
import type { Token } from '#domain/token/token.ts'
import { PermissionsLine, type RowMatch } from './list-cells.tsx'
import styles from './list-cells.module.css'

type Context = { accountId: string; zoneNames: ReadonlyMap<string, string> }

/** What a search changes in the cells of a token, the same object each time, so that its row need not render. */
export function cellFinder(find: (token: Token) => Match | undefined, context: Context) {
  const known = new WeakMap<Token, RowMatch>()
  return (token: Token): RowMatch | undefined => {
    const before = known.get(token)
    if (before) return before
    const match = find(token)
    if (!match) return undefined
    const cells = matchCells(token, match, context)
    known.set(token, cells)
    return cells
  }
}

/** The cells of a token that a search found, with its words marked, and with what matched in the place of the first. */
function matchCells(token: Token, match: Match, { accountId, zoneNames }: Context): RowMatch {
  const { terms, groupId, resource, unseen } = match
  const { policies } = token
  const mark = (text: string) => <Marked text={text} terms={terms} />
  const label = resource === undefined ? '' : resourceLabel(resource, zoneNames)
  const more = countTargets(policies) - 1
  return {
    ...(token.name.trim() !== '' && { name: <MarkedName name={token.name} mark={mark} /> }),
    permissions: (
      <PermissionsLine
        accountId={accountId}
        policies={policies}
        title={listPermissions(policies)}
        mark={mark}
        {...(groupId && { groupId })}
      />
    ),
    ...(resource !== undefined && {
      resources: (
        <span className={styles.line} title={summarizeResources(policies, accountId)}>
          <span className={styles.cut}>{mark(label)}</span>
          {more > 0 && <span className="quiet">+{more}</span>}
        </span>
      ),
    }),
    why: (
      <>
        {unseen && (
          <span
            className={styles.why}
            title={unseen.of === 'creator' ? `Created by ${unseen.text}` : `ID ${unseen.text}`}
          >
            {unseen.of === 'creator' ? 'by ' : 'ID '}
            {fromMatch(unseen.text, terms, mark)}
          </span>
        )}
        {label && (
          <span className={styles.why} data-of="resource" title={label}>
            {fromMatch(label, terms, mark)}
          </span>
        )}
      </>
    ),
  }
}

type MarkedNameProps = { name: string; mark: (text: string) => ReactNode }

function MarkedName({ name, mark }: MarkedNameProps) {
  return (
    <bdi>
      {revealHidden(name).map((segment, index) =>
        segment.hidden ? <SafeText key={index} segments={[segment]} /> : <span key={index}>{mark(segment.text)}</span>,
      )}
    </bdi>
  )
}

function Marked({ text, terms }: { text: string; terms: string[] }) {
  return markMatches(text, terms).map(({ text: part, isMatch }, index) =>
    isMatch ? <mark key={index}>{part}</mark> : part,
  )
}

/** A text from its first match on, where a few letters have room. */
function fromMatch(text: string, terms: string[], mark: (text: string) => ReactNode): ReactNode {
  const [before, ...rest] = markMatches(text, terms)
  if (!before || before.isMatch || before.text.length <= MOST_BEFORE || rest.length === 0) return mark(text)
  return <>…{mark(text.slice(before.text.length))}</>
}

const MOST_BEFORE = 3
