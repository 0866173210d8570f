import { CircleCheck, X } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import type { FindingFilter } from '#domain/findings/filter.ts'
import { grouped } from '#domain/text/plural.ts'
import { TO_SEARCH } from './finding-view.ts'

type NothingShownProps = {
  /** How many findings there are without the filter. */
  all: number
  filter: FindingFilter
  /** All tokens are read and judged. */
  isWhole: boolean
  onClear: () => void
}

/** In the place of the findings, where there is none or the filter lets none through. */
export function NothingShown({ all, filter, isWhole, onClear }: NothingShownProps) {
  if (all === 0) {
    return (
      <Card>
        <EmptyState icon={CircleCheck} title="No findings">
          <p>{isWhole ? 'No rule found anything.' : 'None in the tokens loaded so far.'}</p>
        </EmptyState>
      </Card>
    )
  }
  // Of a rule or a severity alone, nothing is good news.
  const isSearched = filter.words !== '' || filter.token !== ''
  return (
    <Card>
      <EmptyState
        icon={isSearched ? X : CircleCheck}
        title={isSearched ? 'Nothing matches' : isWhole ? 'Nothing found' : 'Nothing found so far'}
        actions={
          <Button
            onClick={({ currentTarget }) => {
              passFocus(currentTarget, TO_SEARCH)
              onClear()
            }}
          >
            Show all {grouped(all)} findings
          </Button>
        }
      />
    </Card>
  )
}
