import { useQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { FormProvider, useWatch, type FieldErrors } from 'react-hook-form'
import type { ApiFailure } from '#app/api/errors.ts'
import type { TokenBody } from '#app/api/token-writes.ts'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import { useRouter } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { inTurn } from '#app/ui/in-turn.ts'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import type { EditorTab } from './editor-search.ts'
import { dropDraft, readDraft } from './form-draft.ts'
import { draftFrom, editValues, mergeValues, requestBody, type Choices, type FormValues } from './form-values.ts'
import { LimitsSection } from './limits-section.tsx'
import { NameField } from './name-field.tsx'
import { PolicyCards } from './policy-cards.tsx'
import { SummarySkeleton } from './summary-skeleton.tsx'
import { StoredToken } from './stored-token.ts'
import { SubmitBar } from './submit-bar.tsx'
import { useFailureAlert } from './use-failure-alert.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useTokenForm } from './use-token-form.ts'
import styles from './token-editor.module.css'

// The fields come first; the code of what they mean is requested right after them.
const FormSummary = lazyComponent(() => import('./form-summary.tsx'), 'FormSummary')
const ReviewDialog = lazyComponent(() => import('./review-dialog.tsx'), 'ReviewDialog')
const ConflictDialog = lazyComponent(() => import('./conflict-dialog.tsx'), 'ConflictDialog')
const LeaveForm = lazyComponent(() => import('./leave-form.tsx'), 'LeaveForm')
const JsonTab = lazyComponent(() => import('./json-tab.tsx'), 'JsonTab')

type TokenFormProps = {
  initial: FormValues
  /** The token being edited, as the form was opened on it. */
  stored?: Token
  /** The same token as it was saved elsewhere since, and what was to be saved here. */
  conflict?: { theirs: Token; wanted: TokenDraft } | null
  onRebase?: (theirs: Token) => void
  onConflictClosed?: () => void
  /** Starts over from what is stored now, without the restored draft. */
  onStartOver?: () => FormValues | void
  exampleName?: string | undefined
  /** The name takes the focus when the form comes. */
  focusesName?: boolean
  /** A name typed for another start. */
  carriedName?: string
  onCarryName?: (name: string) => void
  /** A suggested change of the stored token: it is filled in and opens in review. */
  suggested?: FormValues | null
  /** Tells drafts of new tokens apart; an edit goes by the token's id. */
  formName?: string
  tab: EditorTab
  onTab: (tab: EditorTab) => void
  submitLabel: string
  isPending: boolean
  /** The request is on its way: the page itself is not left until its answer is there. */
  isSending?: boolean
  /** Saved: leaving no longer loses anything. */
  isDone: boolean
  failure: ApiFailure | null
  failureTitle: string
  /** Shown instead of a plain failure: an unknown outcome, a token that is gone. */
  notice?: ReactNode
  /** The same in a line, beside the button. */
  noticeTitle?: string | undefined
  /** A create whose outcome is not known: it is kept with the draft. */
  attempt?: CreateAttempt | null
  onSubmit: (wanted: TokenDraft) => void
}

export function TokenForm(props: TokenFormProps) {
  const { initial, stored = null, suggested = null, tab, isDone, failure, notice } = props
  const accountId = useAccountId()
  const { history } = useRouter()
  const formName = stored?.id ?? props.formName ?? 'new'
  const [draft, setDraft] = useState(() => readDraft(accountId, formName)?.values ?? null)
  const [named] = useState(() => (!draft && props.carriedName ? { ...initial, name: props.carriedName } : null))
  const [reviewed, setReviewed] = useState(() =>
    suggested && !draft ? draftFrom(suggested, accountId, Date.now()) : null,
  )
  const [sent, setSent] = useState<TokenBody>({})
  const catalogue = useQuery(permissionGroupsQuery(accountId))
  const form = useTokenForm(initial, draft ?? suggested ?? named, { accountId, stored, catalogue: catalogue.data })
  const isUnreadable = useWatch({ control: form.control, name: 'json' })?.body === null
  const shownTab = isUnreadable ? 'json' : tab
  const { alert, show, policyIndex } = useFailureAlert(form, failure)
  const leaving = useKeptDraft({
    form,
    accountId,
    formName,
    base: stored,
    attempt: props.attempt ?? null,
    isUnknown: stored !== null && failure !== null && failure.isOutcomeUnknown,
    isDone,
    isSending: props.isSending ?? false,
    onCarryName: props.onCarryName,
  })

  // False in the first render and true right after.
  const isLater = useDeferredValue(true, false)

  // Neither saving nor leaving may depend on a later download.
  useEffect(() => preload(ReviewDialog, ConflictDialog, JsonTab, LeaveForm), [])

  // Focus is outside React. It is for the arrival alone.
  useEffect(() => {
    if (props.focusesName) form.setFocus('name', { shouldSelect: true })
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const submit = (wanted: TokenDraft) => {
    setReviewed(null)
    // A refusal is explained by what was sent.
    setSent({ account_id: accountId, ...requestBody(wanted, stored) })
    props.onSubmit(wanted)
  }

  const send = (values: FormValues) => {
    const wanted = draftFrom(values, accountId, Date.now())
    if (stored) setReviewed(wanted)
    else submit(wanted)
  }

  const refuse = (errors: FieldErrors<FormValues>) => {
    if (shownTab === 'json') form.setFocus('json')
    // No field shows what is carried along; the JSON tab does.
    else if (Object.keys(errors).every((key) => key === 'carried')) props.onTab('json')
  }

  const startOver = () => {
    dropDraft(accountId, formName)
    setDraft(null)
    form.reset(props.onStartOver?.() ?? initial)
  }

  const merge = (theirs: Token, choices: Choices) => {
    if (!stored) return
    const base = editValues(theirs, accountId)
    const merged = mergeValues(stored, base, form.getValues(), choices)
    props.onRebase?.(theirs)
    form.reset(base)
    // As a whole: the list of policies would not see a value that is set behind a reset.
    form.reset(merged, { keepDefaultValues: true })
    setReviewed(draftFrom(merged, accountId, Date.now()))
  }

  const failed = props.noticeTitle ?? (failure ? props.failureTitle : undefined)
  const tone = props.noticeTitle ? ('caution' as const) : ('critical' as const)
  const problem = failed ? { tone, text: failed, policyIndex, onShow: show } : null

  const fields = (
    <div className="stack">
      <Card>
        <NameField example={props.exampleName} />
      </Card>
      <PolicyCards catalogue={catalogue} />
      <Card>
        <LimitsSection />
      </Card>
    </div>
  )
  const json = (
    <Suspense fallback={<Skeleton lines={6} />}>
      <JsonTab catalogue={catalogue.data} />
    </Suspense>
  )
  const disabled = isUnreadable && { disabled: 'Fix the JSON to use the form' }

  return (
    <StoredToken value={stored}>
      <FormProvider {...form}>
        <form onSubmit={(event) => void form.handleSubmit(send, refuse)(event)} noValidate className={styles.form}>
          <div className={`stack ${styles.notes}`}>
            {draft && (
              <Note
                tone="info"
                title="Draft restored"
                action={
                  <Button ref={inTurn} size="small" onClick={startOver}>
                    Start over
                  </Button>
                }
              />
            )}
            {(notice || failure) && (
              <div ref={alert} tabIndex={-1} className={styles.alert}>
                {notice || (failure && <FailureNote failure={failure} title={props.failureTitle} sent={sent} />)}
              </div>
            )}
          </div>
          <div className={styles.main}>
            <Tabs
              label="Ways to edit"
              value={shownTab}
              onChange={(value) => props.onTab(value === 'json' ? 'json' : 'form')}
              tabs={[
                { value: 'form', label: 'Form', content: fields, ...disabled },
                { value: 'json', label: 'JSON', content: json },
              ]}
            />
          </div>
          <div className={styles.aside}>
            <Suspense fallback={<SummarySkeleton />}>
              {isLater ? <FormSummary catalogue={catalogue.data} isText={shownTab === 'json'} /> : <SummarySkeleton />}
            </Suspense>
          </div>
          <div className={styles.foot}>
            <SubmitBar
              label={props.submitLabel}
              isPending={props.isPending}
              problem={problem}
              onCancel={() => history.back()}
            />
          </div>
        </form>
        <Suspense>
          {leaving && <LeaveForm {...leaving} />}
          {stored && reviewed && (
            <ReviewDialog
              stored={stored}
              wanted={reviewed}
              onClose={() => setReviewed(null)}
              onConfirm={() => submit(reviewed)}
            />
          )}
          {stored && props.conflict && (
            <ConflictDialog
              base={stored}
              theirs={props.conflict.theirs}
              yours={props.conflict.wanted}
              onClose={() => props.onConflictClosed?.()}
              onMerge={(choices) => props.conflict && merge(props.conflict.theirs, choices)}
            />
          )}
        </Suspense>
      </FormProvider>
    </StoredToken>
  )
}
