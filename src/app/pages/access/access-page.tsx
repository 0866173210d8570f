import { useDeferredValue } from 'react'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { useAccountReach } from '#app/parts/findings/use-account-reach.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { Card } from '#app/ui/card.tsx'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { count } from '#domain/text/plural.ts'
import { AccessAnswer } from './access-answer.tsx'
import { AccessCompare } from './access-compare.tsx'
import { AccessMatrix } from './access-matrix.tsx'
import { AccessQuestion } from './access-question.tsx'
import { askedOf, callerOf } from './asked.ts'
import type { AccessSearch } from './access-search.ts'
import { namesWorkers } from './choices.ts'
import { NoGroupsNote } from './no-groups-note.tsx'
import { TokenAnswer } from './token-answer.tsx'
import { UnknownNotes } from './unknown-notes.tsx'
import { useAnswers } from './use-answers.ts'
import { useArrival } from './use-arrival.ts'
import { useNamedByTokens } from './use-named.ts'

const BINDINGS = 'https://developers.cloudflare.com/workers/runtime-apis/bindings/'

const NONE: TokenReach[] = []
const NOTHING_NAMED: NamedByTokens = { groups: [], places: [] }

const TIMES = [
  { value: 'now', label: 'Effective now' },
  { value: 'written', label: 'As written' },
]

/** Who can reach what: a question with its answers, all tokens in a table, and two of them compared. */
export function AccessPage() {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/access')
  const state = useAccountReach(accountId)
  const { inventory, activity, reach = NONE, catalogue } = state
  const isSoFar = !hasAllTokens(inventory) || !state.isCurrent
  const now = useNow()
  const namedByTokens = useNamedByTokens(state.reach)
  const named = namedByTokens ?? NOTHING_NAMED
  const names = useResourceNames(accountId, namesWorkers(named))
  const asked = askedOf(search, { accountId, names, catalogue, named: isSoFar ? undefined : namedByTokens })
  const isNow = search.at !== 'written'
  const address = isNow && search.from ? callerOf(search.from) : null
  const moment = isNow ? { now, ...(address !== null && { address }) } : null
  const { answered, isCurrent } = useAnswers(asked, state.reach, moment)
  const ask = (changes: Partial<AccessSearch>) => onSearch(changes, { resetScroll: false })
  // A token may have many permissions to render.
  const tokenId = useDeferredValue(search.token)
  const total = inventory.isCounted ? inventory.totalCount : null
  const { comparesFirst, wantsSecond } = useArrival(search)

  return (
    <>
      <PageHeader
        title="Access"
        focusesHeading={!wantsSecond}
        description={
          isSoFar || total === null
            ? 'Who can reach what, from the policies of the tokens.'
            : `Who can reach what, from the policies of ${total === 1 ? 'the only token' : `all ${count(total, 'token')}`}.`
        }
        actions={
          <Segmented
            legend="Time"
            hideLegend
            name="at"
            value={isNow ? 'now' : 'written'}
            options={TIMES}
            onChange={(at) => ask({ at: at === 'now' ? undefined : at })}
          />
        }
      />
      <div className="stack">
        <InventoryProgress {...state} />
        {state.reach && !catalogue && <NoGroupsNote />}
        {comparesFirst && <AccessCompare {...state} />}
        <UnknownNotes asked={asked} />
        <AccessQuestion
          asked={asked}
          search={search}
          reach={reach}
          named={named}
          catalogue={catalogue}
          now={now}
          onSearch={ask}
        />
        {state.reach && search.token !== undefined ? (
          <TokenAnswer
            tokenId={tokenId ?? search.token}
            reach={reach}
            names={names}
            moment={moment}
            isPartial={isSoFar}
            isReading={isSoFar && (activity.kind === 'reading' || !state.isCurrent)}
          />
        ) : answered ? (
          <AccessAnswer
            {...answered}
            isBusy={!isCurrent}
            names={names}
            catalogue={catalogue}
            now={now}
            inventory={inventory}
            isPartial={isSoFar || answered.known < reach.length}
          />
        ) : (
          activity.kind !== 'failed' && <Waiting />
        )}
        <AccessMatrix {...state} />
        {!comparesFirst && <AccessCompare {...state} />}
        <Note tone="info">
          <p>
            A token that can deploy a Worker can bind any KV namespace, R2 bucket or queue of the account. Cloudflare
            doesn’t check bindings against the token. <ExternalLink href={BINDINGS}>Bindings</ExternalLink>
          </p>
        </Note>
      </div>
    </>
  )
}

const Waiting = () => (
  <Card>
    <Section>
      <Skeleton lines={8} />
    </Section>
  </Card>
)
