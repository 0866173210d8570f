import { useQuery } from '@tanstack/react-query'
import { useBlocker, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { ApiFailure } from '#app/api/errors.ts'
import type { TokenBody } from '#app/api/tokens.ts'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { Note } from '#app/ui/note.tsx'
import type { TokenDraft } from '#domain/policy/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { dropDraft, readDraft, writeDraft } from './form-draft.ts'
import { FormSummary } from './form-summary.tsx'
import { toDraft, type FormValues } from './form-values.ts'
import { IpLimitFields } from './ip-limit-fields.tsx'
import { NameField } from './name-field.tsx'
import { PolicyCards } from './policy-cards.tsx'
import { placeProblems } from './server-problems.ts'
import { ValidityFields } from './validity-fields.tsx'
import styles from './token-editor.module.css'

type TokenFormProps = {
  accountId: string
  initial: FormValues
  /** The token being edited, as the form was opened on it. */
  stored?: Token
  /** Tells drafts of new tokens apart; an edit goes by the token's id. */
  formName?: string
  submitLabel: string
  toBody: (draft: TokenDraft) => TokenBody
  isPending: boolean
  /** Saved: leaving no longer loses anything. */
  isDone: boolean
  failure: ApiFailure | null
  failureTitle: string
  onSubmit: (body: TokenBody) => void
}

export function TokenForm(props: TokenFormProps) {
  const { accountId, initial, stored, toBody, isPending, isDone, failure } = props
  const router = useRouter()
  const formName = stored?.id ?? props.formName ?? 'new'
  const [draft, setDraft] = useState(() => readDraft(accountId, formName))
  const form = useForm<FormValues>({
    defaultValues: initial,
    mode: 'onTouched',
    // Against the defaults a restored draft still counts as unsaved.
    ...(draft && { values: draft, resetOptions: { keepDefaultValues: true } }),
  })
  const { isDirty, isSubmitted, errors } = form.formState
  const catalogue = useQuery({ ...permissionGroupsQuery(accountId), throwOnError: false })
  const hasErrors = Object.keys(errors).length > 0

  useBlocker({
    shouldBlockFn: () => {
      if (!isDirty || isDone) return false
      const isLeaving = window.confirm('Leave without saving? What you entered is lost.')
      if (isLeaving) dropDraft(accountId, formName)
      return !isLeaving
    },
    enableBeforeUnload: () => isDirty && !isDone,
  })

  // Storage is outside React: what is typed is kept for a reload, what is saved needs no keeping.
  useEffect(() => {
    if (isDone) {
      dropDraft(accountId, formName)
      return undefined
    }
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty: hasChanges }) =>
        hasChanges ? writeDraft(accountId, formName, values) : dropDraft(accountId, formName),
    })
  }, [form, accountId, formName, isDone])

  // The answer of the API is outside the form: each problem goes to its field, the first one gets the focus.
  useEffect(() => {
    if (!failure) return
    const placed = placeProblems(failure, form.getValues())
    for (const [index, { field, message }] of placed.entries()) {
      if (field) form.setError(field, { type: 'server', message }, { shouldFocus: index === 0 })
    }
  }, [failure, form])

  const send = (values: FormValues) => props.onSubmit(toBody(toDraft(values, accountId, Date.now(), stored)))
  const isUnchanged = stored !== undefined && !isDirty

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate className={styles.form}>
        {draft && (
          <Note
            tone="info"
            title="Restored what you entered before"
            action={
              <Button
                size="small"
                onClick={() => {
                  dropDraft(accountId, formName)
                  setDraft(null)
                  form.reset(initial)
                }}
              >
                Start over
              </Button>
            }
          />
        )}
        {failure && <FailureNote failure={failure} title={props.failureTitle} />}
        <Columns
          main={
            <Card>
              <NameField />
              <PolicyCards accountId={accountId} catalogue={catalogue} />
              <IpLimitFields />
              <ValidityFields {...(stored && { stored })} />
            </Card>
          }
          aside={
            <Card>
              <FormSummary
                accountId={accountId}
                catalogue={catalogue.data}
                toBody={toBody}
                {...(stored && { stored })}
              />
              <div className={styles.submit}>
                {isSubmitted && hasErrors && (
                  <Note tone="critical">Some fields need another look; each says what is wrong.</Note>
                )}
                {isUnchanged && <p className={styles.why}>Nothing has been changed yet.</p>}
                <div className={styles.buttons}>
                  <Button onClick={() => router.history.back()}>Cancel</Button>
                  <Button tone="primary" type="submit" busy={isPending} disabled={isUnchanged}>
                    {props.submitLabel}
                  </Button>
                </div>
              </div>
            </Card>
          }
        />
      </form>
    </FormProvider>
  )
}
