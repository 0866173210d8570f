import { useRef } from 'react'
import { useStable } from '#app/ui/use-stable.ts'

/**
 * A form whose fields come after its name. `noteWhole` is for the fields to say that they are there and judge
 * themselves; `isEarly` whether they are not yet, and what is sent then is sent again by itself when they are.
 */
export function useWholeForm() {
  const place = useRef<HTMLFormElement>(null)
  const state = useRef({ isWhole: false, isAsked: false })
  const noteWhole = useStable(() => {
    const { isAsked } = state.current
    state.current = { isWhole: true, isAsked: false }
    // The fields may come while the form is still being sent, and then the browser takes no second request.
    if (isAsked) setTimeout(() => place.current?.requestSubmit())
  })
  const isEarly = () => {
    const { isWhole } = state.current
    state.current.isAsked = !isWhole
    return !isWhole
  }
  return { place, noteWhole, isEarly }
}
