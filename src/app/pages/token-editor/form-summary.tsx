import { useQuery } from '@tanstack/react-query'
import { memo, Suspense, useDeferredValue } from 'react'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { isBlankPolicy, withNames } from '#domain/policy/editor-policy.ts'
import { draftFrom, type FormValues } from './form-values.ts'
import { PolicyGap } from './policy-gap.tsx'
import { RequestBodyFold } from './request-body-fold.tsx'
import { SummarySkeleton } from './summary-skeleton.tsx'
import { SummaryLimits } from './summary-limits.tsx'
import { useFormValues } from './use-form-values.ts'
import styles from './form-summary.module.css'

// The rules of findings are more code than the form.
const SummaryWarnings = lazyComponent(() => import('./summary-warnings.tsx'), 'SummaryWarnings')

/** What the token will be able to do, what to think of before, and the exact body that will be sent. */
export function FormSummary({ catalogue, isText }: Omit<SummaryProps, 'values'>) {
  const values = useFormValues()
  // A field shows what is typed at once; what it means follows. Many policies also render after the form itself.
  const shown = useDeferredValue(values, values.policies.length > FEW ? null : values)
  if (!shown) return <SummarySkeleton />
  return (
    <Card>
      <Summary values={shown} catalogue={catalogue} isText={isText} />
    </Card>
  )
}

const FEW = 3

type SummaryProps = {
  values: FormValues
  catalogue: PermissionGroup[] | undefined
  /** Whether the JSON is shown instead of the fields. */
  isText: boolean
}

const Summary = memo(function Summary({ values, catalogue = NO_GROUPS, isText }: SummaryProps) {
  const zones = useQuery(zonesQuery(useAccountId()))
  const draft = draftFrom(values, useAccountId(), useNow())

  if (values.json?.body === null) {
    return (
      <Section title="Summary">
        <p className="quiet">Fix the JSON to see the summary.</p>
      </Section>
    )
  }
  if (values.policies.every(({ policy }) => isBlankPolicy(policy))) {
    return (
      <Section title="Summary">
        <p className={styles.nothing}>Choose permission groups to see what the token can do.</p>
      </Section>
    )
  }

  const named = values.policies.map(({ policy }, index) => withNames(draft.policies[index], policy))
  return (
    <>
      <Section title="Summary">
        <div className={`stack ${styles.sentences}`} data-many={draft.policies.length > FEW || undefined}>
          {values.policies.map(({ policy }, index) =>
            isBlankPolicy(policy) ? null : (
              <PolicySentence key={index} policy={named[index]} zones={zones.data} catalogue={catalogue} />
            ),
          )}
        </div>
        <ul className={styles.gaps} aria-label="Missing">
          {values.policies.map(({ policy }, index) => (
            <PolicyGap key={index} index={index} policy={policy} />
          ))}
        </ul>
        <SummaryLimits draft={{ ...draft, policies: named }} catalogue={catalogue} />
      </Section>
      <Suspense>
        <SummaryWarnings draft={draft} policies={values.policies} catalogue={catalogue} isText={isText} />
      </Suspense>
      <RequestBodyFold draft={draft} />
    </>
  )
})

const NO_GROUPS: PermissionGroup[] = []
