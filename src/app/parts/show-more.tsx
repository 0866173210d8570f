import { useEffect, useRef, useTransition } from 'react'
import { Button } from '#app/ui/button.tsx'
import { grouped } from '#domain/text/plural.ts'

type ShowMoreProps = {
  /** How many lines may be rendered. */
  shown: number
  total: number
  /** How many come with a click. */
  step: number
  /** "products"; left out where the lines say what they are. */
  noun?: string
  onShow: (shown: number) => void
}

/** A button for the next lines of a long list, and how many are shown. With the last ones, focus moves to that number. */
export function ShowMore({ shown, total, step, noun, onShow }: ShowMoreProps) {
  const [isPending, start] = useTransition()
  const amount = useRef<HTMLSpanElement>(null)
  const hadFocus = useRef(false)
  const rest = total - shown
  // The button that had it is gone, and focus would go to the start of the page.
  useEffect(() => {
    if (rest <= 0 && hadFocus.current) amount.current?.focus()
    hadFocus.current = false
  }, [rest])
  const show = () => {
    hadFocus.current = true
    start(() => onShow(shown + step))
  }
  return (
    <span className="flush">
      {rest > 0 && (
        <Button size="small" tone="quiet" busy={isPending} onClick={show}>
          Show {grouped(Math.min(step, rest))} more
        </Button>
      )}{' '}
      <span ref={amount} className="quiet" tabIndex={-1}>
        {grouped(Math.min(shown, total))} of {grouped(total)}
        {noun !== undefined && ` ${noun}`}
      </span>
    </span>
  )
}
