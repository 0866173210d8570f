import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Findings } from '#domain/findings/findings-of.ts'
import { ruleOf } from './finding-view.ts'

/** The rules that could not be judged, by the reason. */
export function SilentRules({ silent }: Pick<Findings, 'silent'>) {
  if (silent.length === 0) return null
  const reasons = [...new Set(silent.map(({ why }) => why))]
  return (
    <Card>
      <Section title="Not checked">
        <ul className="stack">
          {reasons.map((reason) => (
            <li key={reason}>
              {reason}{' '}
              <span className="quiet">
                So these are not checked:{' '}
                {silent
                  .filter(({ why }) => why === reason)
                  .map(({ rule }) => ruleOf(rule).title)
                  .join(', ')}
                .
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Card>
  )
}
