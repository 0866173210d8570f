import { useQuery } from '@tanstack/react-query'
import { Suspense, useState, type ReactNode } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import type { ApiFailure } from '#app/api/errors.ts'
import type { TokenBody } from '#app/api/token-writes.ts'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import { useRouter } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { Note } from '#app/ui/note.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { TokenDraft } from '#domain/policy/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import type { EditorTab } from './editor-search.ts'
import { dropDraft, readDraft } from './form-draft.ts'
import { formProblems } from './form-problems.ts'
import { editValues, mergeValues, toDraft, type Choices, type FormValues } from './form-values.ts'
import { FormOutline } from './form-outline.tsx'
import { NameField } from './name-field.tsx'
import { StoredToken } from './stored-token.ts'
import { useFailureAlert } from './use-failure-alert.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { usePreparedSaving } from './use-prepared-saving.ts'
import { useWholeForm } from './use-whole-form.ts'
import styles from './token-editor.module.css'
import { preload } from '#app/ui/preload.ts'

// The name is there first. The rest is asked for as soon as this code is here, and drawn as soon as it comes.
const FormFields = lazyWithPreload(() => import('./form-parts.tsx').then((module) => ({ default: module.FormFields })))
const FormAside = lazyWithPreload(() => import('./form-parts.tsx').then((module) => ({ default: module.FormAside })))
preload(FormFields)
preload(FormAside)

// What comes at the end, or for a few, is not waited for at the beginning.
const ReviewDialog = lazyWithPreload(() =>
  import('./review-dialog.tsx').then((module) => ({ default: module.ReviewDialog })),
)
const ConflictDialog = lazyWithPreload(() =>
  import('./conflict-dialog.tsx').then((module) => ({ default: module.ConflictDialog })),
)
const JsonTab = lazyWithPreload(() => import('./json-tab.tsx').then((module) => ({ default: module.JsonTab })))

const FOR_SAVING = [() => preload(ReviewDialog), () => preload(ConflictDialog), () => preload(JsonTab)]

type TokenFormProps = {
  accountId: string
  initial: FormValues
  /** The token being edited, as the form was opened on it. */
  stored?: Token
  /** The same token as somebody else has saved it since, and what was to be saved here. */
  conflict?: { theirs: Token; wanted: TokenDraft } | null
  onRebase?: (theirs: Token) => void
  onConflictClosed?: () => void
  /** Starts over from what is stored now, without the restored draft. */
  onStartOver?: () => FormValues | void
  /** Tells drafts of new tokens apart; an edit goes by the token's id. */
  formName?: string
  tab: EditorTab
  onTab: (tab: EditorTab) => void
  submitLabel: string
  toBody: (draft: TokenDraft) => TokenBody
  isPending: boolean
  /** Saved: leaving no longer loses anything. */
  isDone: boolean
  failure: ApiFailure | null
  failureTitle: string
  /** What is said in the place of a plain failure: an unknown outcome, a token that is gone. */
  notice?: ReactNode
  /** The same in a line, beside the button. */
  noticeTitle?: string | undefined
  /** A create whose outcome is not known: it is kept with the draft. */
  attempt?: CreateAttempt | null
  onSubmit: (wanted: TokenDraft) => void
}

export function TokenForm(props: TokenFormProps) {
  const { accountId, initial, stored, toBody, isPending, isDone, failure } = props
  const { history } = useRouter()
  const formName = stored?.id ?? props.formName ?? 'new'
  const [draft, setDraft] = useState(() => readDraft(accountId, formName)?.values ?? null)
  const [reviewed, setReviewed] = useState<TokenDraft | null>(null)
  const [sent, setSent] = useState<TokenBody>({})
  const form = useForm<FormValues>({
    defaultValues: initial,
    mode: 'onTouched',
    // Against the defaults a restored draft still counts as unsaved.
    ...(draft && { values: draft, resetOptions: { keepDefaultValues: true } }),
  })
  const catalogue = useQuery({ ...permissionGroupsQuery(accountId), throwOnError: false })
  const isUnreadable = useWatch({ control: form.control, name: 'json' })?.body === null
  const tab = isUnreadable ? 'json' : props.tab
  const { place, noteWhole, isEarly } = useWholeForm()
  const { alert, show } = useFailureAlert(form, failure)
  useKeptDraft({ form, accountId, formName, base: stored ?? null, attempt: props.attempt ?? null, isDone })

  usePreparedSaving(FOR_SAVING)

  const submit = (wanted: TokenDraft) => {
    setReviewed(null)
    // A refusal is explained by what was sent.
    setSent({ account_id: accountId, ...toBody(wanted) })
    props.onSubmit(wanted)
  }

  const send = (values: FormValues) => {
    if (tab === 'form' && isEarly()) return
    const now = Date.now()
    // In the JSON tab the fields are not there to judge themselves; it shows these problems as they come.
    const judging = { accountId, stored: stored ?? null, catalogue: catalogue.data }
    if (values.json?.body === null || formProblems(values, { now, ...judging }).length > 0) {
      if (tab === 'json') form.setFocus('json')
      else props.onTab('json')
      return
    }
    const wanted = toDraft(values, accountId, now)
    if (stored) setReviewed(wanted)
    else submit(wanted)
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
    // Each key comes with the value of its own type.
    for (const [key, value] of Object.entries(merged))
      form.setValue(key as keyof FormValues, value, { shouldDirty: true })
    setReviewed(toDraft(merged, accountId, Date.now()))
  }

  const fields = (
    <Card>
      <NameField />
      <Suspense fallback={<FormOutline lines={12} />}>
        <FormFields accountId={accountId} catalogue={catalogue} onThere={noteWhole} />
      </Suspense>
    </Card>
  )

  const failed = props.noticeTitle ?? (failure ? props.failureTitle : undefined)
  const problem = failed
    ? { tone: props.noticeTitle ? ('caution' as const) : ('critical' as const), text: failed, onShow: show }
    : null

  return (
    <StoredToken value={stored ?? null}>
      <FormProvider {...form}>
        <form ref={place} onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate className={styles.form}>
          {draft && (
            <Note
              tone="info"
              title="Restored what you entered before"
              action={
                <Button size="small" onClick={startOver}>
                  Start over
                </Button>
              }
            />
          )}
          {(props.notice || failure) && (
            <div ref={alert} tabIndex={-1} className={styles.alert}>
              {props.notice || (failure && <FailureNote failure={failure} title={props.failureTitle} sent={sent} />)}
            </div>
          )}
          <Columns
            main={
              <Tabs
                label="Ways to edit"
                value={tab}
                onChange={(value) => props.onTab(value === 'json' ? 'json' : 'form')}
                tabs={[
                  {
                    value: 'form',
                    label: 'Form',
                    content: fields,
                    ...(isUnreadable && { disabled: 'The form comes back when the JSON can be read again' }),
                  },
                  {
                    value: 'json',
                    label: 'JSON',
                    content: (
                      <Suspense fallback={<Skeleton lines={6} />}>
                        <JsonTab
                          accountId={accountId}
                          toBody={toBody}
                          catalogue={catalogue.data}
                          {...(stored && { stored })}
                        />
                      </Suspense>
                    ),
                  },
                ]}
              />
            }
            aside={
              <Card>
                <Suspense fallback={<FormOutline lines={6} />}>
                  <FormAside
                    accountId={accountId}
                    catalogue={catalogue.data}
                    toBody={toBody}
                    submitLabel={props.submitLabel}
                    isPending={isPending}
                    problem={problem}
                    onCancel={() => history.back()}
                  />
                </Suspense>
              </Card>
            }
          />
        </form>
        <Suspense>
          {stored && reviewed && (
            <ReviewDialog
              accountId={accountId}
              stored={stored}
              wanted={reviewed}
              onClose={() => setReviewed(null)}
              onConfirm={() => {
                setReviewed(null)
                props.onSubmit(reviewed)
              }}
            />
          )}
          {stored && props.conflict && (
            <ConflictDialog
              accountId={accountId}
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
