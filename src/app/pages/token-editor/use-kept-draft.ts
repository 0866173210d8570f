import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useBlocker } from '@tanstack/react-router'
import { isToSignIn } from '#app/parts/is-to-sign-in.ts'
import { noteUnkept } from '#app/parts/kept-in-tab.ts'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import type { Token } from '#domain/token/token.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { dropDraft, isKeepable, readDraft, writeDraft } from './form-draft.ts'
import type { FormValues } from './form-values.ts'
import { formNameIn } from './start.ts'

type KeptDraft = {
  form: UseFormReturn<FormValues>
  accountId: string
  formName: string
  /** The token the form was opened on. */
  base: Token | null
  /** A create whose outcome is not known. */
  attempt: CreateAttempt | null
  /** The outcome of an edit is not known, which this page alone tells. */
  isUnknown: boolean
  /** Saved: leaving no longer loses anything. */
  isDone: boolean
  /** The page itself is not left until the answer is there. */
  isSending: boolean
  /** Takes the name along to another start, where nothing else was entered. */
  onCarryName: ((name: string) => void) | undefined
}

/** A navigation that waits for the user's answer. */
export type Leaving = {
  stay: () => void
  discard: () => void
  /** `null` where the draft cannot be kept: it cannot be read yet, holds a secret, or nothing leads back to it. */
  keep: (() => void) | null
  /** Nothing but the browser's storage is in the way of that. */
  isStorageClosed: boolean
  /** Another start of a new token is what follows. */
  isOtherStart: boolean
  /** The session has ended. */
  isSignedOut: boolean
}

/** Keeps what is typed for a reload, and asks before it is left behind. */
export function useKeptDraft(draft: KeptDraft): Leaving | null {
  const { form, accountId, formName, base, attempt, isUnknown, isDone, isSending, onCarryName } = draft
  const { isDirty } = form.formState
  const [isStored, setIsStored] = useState(true)

  const blocker = useBlocker({
    withResolver: true,
    enableBeforeUnload: isDirty && !isDone,
    shouldBlockFn: ({ current, next }) => {
      const isSamePage = current.pathname === next.pathname
      if (!isDirty || isDone || (isSending && !isSamePage)) return false
      const nextName = formNameIn(next.search)
      // Another tab of the same form leaves nothing behind.
      if (isSamePage && formNameIn(current.search) === nextName) return false
      const isAsked = isUnknown || !isToSignIn(next)
      if (!isAsked && writeDraft(accountId, formName, { values: form.getValues(), base, attempt })) return false
      if (!isSamePage || attempt || !onCarryName || !isOnlyNamed(form) || readDraft(accountId, nextName)) {
        setIsStored(writeDraft(accountId, formName, { values: form.getValues(), base, attempt }))
        return true
      }
      onCarryName(form.getValues('name'))
      dropDraft(accountId, formName)
      return false
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

  // What is asked before a sign-out is outside React: a form that is left takes along what it could not keep.
  useEffect(() => () => noteUnkept(false), [])

  if (blocker.status !== 'blocked') return null
  const isOtherStart = blocker.current.pathname === blocker.next.pathname
  // An import is no start that can be chosen once more.
  const isFound = !isOtherStart || !('brought' in blocker.current.search)
  const mayKeep = isFound && isKeepable(form.getValues())
  return {
    stay: blocker.reset,
    discard: () => {
      dropDraft(accountId, formName)
      blocker.proceed()
    },
    keep: mayKeep && isStored ? blocker.proceed : null,
    isStorageClosed: mayKeep && !isStored,
    isOtherStart,
    isSignedOut: isToSignIn(blocker.next),
  }
}

/** Nothing but the name differs from what the form started with. */
function isOnlyNamed({ getValues, formState }: UseFormReturn<FormValues>): boolean {
  return stableText({ ...getValues(), name: '' }) === stableText({ ...formState.defaultValues, name: '' })
}
