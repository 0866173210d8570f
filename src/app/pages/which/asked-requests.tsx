import { useDeferredValue, useRef } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { useRequirements } from '#app/parts/use-requirements.ts'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { Card } from '#app/ui/card.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { Section } from '#app/ui/section.tsx'
import { errorMeaning } from './error-meaning.ts'
import { requestsWords } from './requests-words.ts'
import { AbleTokens } from './able-tokens.tsx'
import { ImpossibleNote } from './impossible-note.tsx'
import { PasteCard } from './paste-card.tsx'
import { RecipeList } from './recipe-list.tsx'
import { RequirementCard } from './requirement-card.tsx'
import { SetCard } from './set-card.tsx'
import { useBrought } from './use-brought.ts'
import styles from './which.module.css'

type AskedRequestsProps = {
  accountId: string
  /** A request that the address asks about, in the place of what was typed before. */
  call: string | undefined
}

/** What the user asks about, what each request needs, and the smallest set for all. */
export function AskedRequests({ accountId, call }: AskedRequestsProps) {
  const { brought, cleaning, problem, take, takeFile, replace, clear } = useBrought(call)
  const text = useDeferredValue(brought.text)
  const { read, map, catalogue, isBusy, ...state } = useRequirements(accountId, text, true)
  const names = useResourceNames(accountId, false)
  const isBehind = cleaning !== null || isBusy || read?.text !== brought.text
  const meaning = read?.requirements.length === 0 ? errorMeaning(read.text) : null
  const field = useRef<HTMLTextAreaElement>(null)

  const ask = (lines: string) => {
    replace(lines)
    field.current?.focus()
  }

  return (
    <>
      <Columns
        main={
          <>
            <PasteCard
              field={field}
              brought={brought}
              progress={cleaning ?? state.progress}
              problem={problem}
              onTake={take}
              onFile={takeFile}
              onClear={clear}
            />
            {state.mapFailure && (
              <FailureNote
                failure={state.mapFailure}
                title="Couldn’t load the permissions of the API"
                retry={{ isFetching: isBusy, refetch: state.refetch }}
              />
            )}
            {state.groupsFailure && (
              <FailureNote
                failure={state.groupsFailure}
                title="Couldn’t load the permission groups of this account"
                tone="caution"
                retry={{ isFetching: isBusy, refetch: state.refetch }}
              />
            )}
            <p className="visually-hidden" role="status">
              {read && [requestsWords(read.requirements), meaning].filter(Boolean).join('. ')}
            </p>
            {read && map && (
              <RequirementCard
                accountId={accountId}
                names={names}
                requirements={read.requirements}
                meaning={meaning}
                left={read.left}
                map={map}
                isBusy={isBusy}
                hasCatalogue={catalogue !== undefined}
              />
            )}
          </>
        }
        aside={
          <>
            <Card>
              {read && read.set.grants.length > 0 ? (
                <>
                  {/* Of the text before, while another one is read, or of the account before. */}
                  <div key={accountId} inert={isBehind} className={isBehind ? styles.behind : undefined}>
                    <SetCard accountId={accountId} names={names} needs={read.needs} set={read.set} />
                    <AbleTokens accountId={accountId} needs={read.needs} />
                  </div>
                </>
              ) : (
                <Section title="Smallest set">
                  <p className="quiet">The least that a token needs for all of it shows here.</p>
                </Section>
              )}
            </Card>
            {read && <ImpossibleNote requirements={read.requirements} />}
          </>
        }
      />
      <RecipeList accountId={accountId} onAsk={ask} />
    </>
  )
}
