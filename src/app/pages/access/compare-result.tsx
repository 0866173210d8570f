import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { keepImportedToken } from '#app/parts/imported-token.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ReadOnlyReason } from '#app/parts/read-only-reason.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { differencePolicies, unionPolicies } from '#domain/reach/combine.ts'
import { combinedName } from '#domain/reach/combined-name.ts'
import { compareLevels, type Comparison } from '#domain/reach/compare.ts'
import { openReads } from '#domain/reach/open-reads.ts'
import { verdict } from '#domain/reach/verdict.ts'
import { upperFirst } from '#domain/resources/families.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { CompareList } from './compare-list.tsx'
import type { Side } from './use-compare-side.ts'
import styles from './compare.module.css'

type CompareResultProps = { accountId: string; a: Side; b: Side }

/** The comparison in a sentence and in three lists, and drafts made of it. */
export function CompareResult({ accountId, a, b }: CompareResultProps) {
  const navigate = useNavigate()
  const isReadOnly = useReadOnly(accountId)
  const zoneNames = useResourceNames(accountId, false)
  const [isBlocked, setIsBlocked] = useState(false)
  const comparison = useMemo(() => compareLevels(a.reach, b.reach), [a, b])
  const undecided = useMemo(() => openReads(a.reach, b.reach), [a, b])
  const said = verdict(comparison, { a: spelledOut(a.name), b: spelledOut(b.name), accountId })
  const cut = [a, b].filter(({ isCut }) => isCut)
  const notes = [a.note, b.note, openWords(a, undecided.onlyA), openWords(b, undecided.onlyB)].filter(
    (note) => note !== null,
  )
  const isKnown = undecided.onlyA.length + undecided.onlyB.length === 0
  const list = { accountId, zoneNames }

  const open = (name: string, policies: unknown[]) => {
    const id = keepImportedToken({ name, policies })
    if (id) void navigate({ href: paths.newToken(accountId, { brought: id }) })
    else setIsBlocked(true)
  }

  return (
    <>
      <div className={styles.verdict}>
        <p role="status">
          {cut.length > 0
            ? `As far as they can be read: ${said}.`
            : isKnown
              ? `${bothHaveMore(comparison) ? upperFirst(said) : said}.`
              : `As far as is known: ${said}.`}
        </p>
        {isReadOnly ? (
          <ReadOnlyReason accountId={accountId} />
        ) : (
          <div className={styles.actions}>
            <Button
              size="small"
              onClick={() => open(combinedName(a.name, 'and', b.name), unionPolicies(a.reach, b.reach))}
            >
              Open the union as a draft
            </Button>
            <Button
              size="small"
              disabled={comparison.onlyB.length === 0}
              onClick={() => open(combinedName(b.name, 'without', a.name), differencePolicies(a.reach, b.reach))}
            >
              Open the difference as a draft
            </Button>
          </div>
        )}
        <p className="quiet">
          Compares permissions and resources; a Write counts as the Read of its product as well. The difference is what
          only the second one can do.{!isReadOnly && ' A draft has no IP limits and no expiration.'}
        </p>
        {cut.map(({ name }) => (
          <Note key={name} tone="caution" title={<>Token Desk can’t read all policies of {spelledOut(name)}</>}>
            It may hold more than is shown here{!isReadOnly && ' and in a draft'}.
          </Note>
        ))}
        {notes.map((note) => (
          <Note key={note} tone="info">
            {note}
          </Note>
        ))}
        {isBlocked && (
          <Note tone="critical" role="alert" title="Browser storage is blocked, so no draft can be opened." />
        )}
      </div>
      <div className={styles.lists}>
        <CompareList
          title={<>Only {nameOf(a, accountId)}</>}
          label={`Only ${spelledOut(a.name)}`}
          shares={comparison.onlyA}
          {...list}
        />
        <CompareList title="Both" label="Both" shares={comparison.both} {...list} />
        <CompareList
          title={<>Only {nameOf(b, accountId)}</>}
          label={`Only ${spelledOut(b.name)}`}
          shares={comparison.onlyB}
          {...list}
        />
      </div>
    </>
  )
}

/** Only then the sentence does not begin with a name, which stays as it is written. */
const bothHaveMore = ({ onlyA, onlyB }: Comparison) => onlyA.length > 0 && onlyB.length > 0

/** What a deny of a Read leaves open beside its Write. */
const openWords = ({ name }: Side, reads: string[]) =>
  reads.length === 0
    ? null
    : `“${spelledOut(name)}” denies ${reads.join(', ')} and holds the Write of the same product. Whether that still reads is not known.`

const nameOf = ({ name, token }: Side, accountId: string) =>
  token ? (
    <Link href={paths.token(accountId, token.id)}>
      <TokenName name={name} />
    </Link>
  ) : (
    <TokenName name={name} />
  )
