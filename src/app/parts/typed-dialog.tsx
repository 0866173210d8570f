import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog, type DialogProps } from '#app/ui/dialog.tsx'
import { isToSignIn } from './is-to-sign-in.ts'
import { SignedOutDialog } from './signed-out-dialog.tsx'

/** A dialog to type in. Once something is, a session that ends by itself asks before it takes that away. */
export function TypedDialog(props: Omit<DialogProps, 'onTyped'>) {
  const [isTyped, setIsTyped] = useState(false)
  const leaving = useBlocker({
    withResolver: true,
    enableBeforeUnload: false,
    shouldBlockFn: ({ next }) => isTyped && isToSignIn(next),
  })
  return (
    <>
      <Dialog {...props} onTyped={() => setIsTyped(true)} />
      {leaving.status === 'blocked' && (
        <SignedOutDialog
          whatIsKept="What you entered can’t be kept."
          onStay={leaving.reset}
          onLeave={leaving.proceed}
        />
      )}
    </>
  )
}
