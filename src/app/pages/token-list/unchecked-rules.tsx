import { Note } from '#app/ui/note.tsx'
import type { Findings } from '#domain/findings/findings-of.ts'
import type { RuleId } from '#domain/findings/finding.ts'
import { count } from '#domain/text/plural.ts'

type UncheckedRulesProps = Pick<Findings, 'silent'> & { titles: ReadonlyMap<RuleId, string> | undefined }

/** A list by findings misses what these rules would find, and tokens without findings may have some. */
export function UncheckedRules({ silent, titles }: UncheckedRulesProps) {
  if (silent.length === 0) return null
  const reasons = [...new Set(silent.map(({ why }) => why))]
  return (
    <Note tone="caution" title={`${count(silent.length, 'rule')} not checked: tokens may have more findings`}>
      {reasons.map((reason) => (
        <p key={reason}>
          {reason}{' '}
          <span className="quiet">
            {silent
              .filter(({ why }) => why === reason)
              .map(({ rule }) => titles?.get(rule) ?? rule)
              .join(', ')}
          </span>
        </p>
      ))}
    </Note>
  )
}
