import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import * as v from 'valibot'
import { useBlocker } from '@tanstack/react-router'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import type { Token } from '#domain/token/token.ts'
import { newTokenSearch } from './editor-search.ts'
import { dropDraft, writeDraft } from './form-draft.ts'
import type { FormValues } from './form-values.ts'

type KeptDraft = {
  form: UseFormReturn<FormValues>
  accountId: string
  formName: string
  /** The token the form was opened on. */
  base: Token | null
  /** A create whose outcome is not known. */
  attempt: CreateAttempt | null
  /** Saved: leaving no longer loses anything. */
  isDone: boolean
}

/** Keeps what is typed for a reload, and asks before it is left behind. */
export function useKeptDraft({ form, accountId, formName, base, attempt, isDone }: KeptDraft): void {
  const { isDirty } = form.formState

  useBlocker({
    enableBeforeUnload: isDirty && !isDone,
    shouldBlockFn: ({ current, next }) => {
      // Another tab of the same form leaves nothing behind.
      const staysHere = current.pathname === next.pathname && startOf(current.search) === startOf(next.search)
      if (!isDirty || isDone || staysHere) return false
      const isLeaving = window.confirm('Leave without saving? What you entered is lost.')
      if (isLeaving) dropDraft(accountId, formName)
      return !isLeaving
    },
  })

  // Storage is outside React: what is typed is kept for a reload, what is saved needs no keeping.
  useEffect(() => {
    if (isDone) {
      dropDraft(accountId, formName)
      return undefined
    }
    const keep = (values: FormValues, hasChanges: boolean) =>
      hasChanges || attempt
        ? writeDraft(accountId, formName, { values, base, attempt })
        : dropDraft(accountId, formName)
    // What was sent is kept at once: nothing need be typed before a reload.
    if (attempt) keep(form.getValues(), true)
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty: hasChanges }) => keep(values, hasChanges ?? false),
    })
  }, [form, accountId, formName, base, attempt, isDone])
}

/** What a new token started from; a form of another start is another form. */
function startOf(search: object): string {
  const { from, template, brought } = v.parse(newTokenSearch, search)
  return JSON.stringify([from, template, brought])
}
