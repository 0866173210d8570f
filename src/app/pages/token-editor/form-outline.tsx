import type { ComponentProps } from 'react'
import { WhenHere } from '#app/ui/later.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { useLater } from '#app/ui/use-later.ts'

/** The place of a part of the form that is on its way. */
export function FormOutline({ lines }: { lines: number }) {
  return (
    <Section>
      <Skeleton lines={lines} />
    </Section>
  )
}

type LatePartProps = Pick<ComponentProps<typeof WhenHere>, 'of' | 'children'> & { lines: number }

/** A part that is drawn after what is read first, and whose code may still be on its way then. */
export function LatePart({ of, lines, children }: LatePartProps) {
  const outline = <FormOutline lines={lines} />
  if (!useLater()) return outline
  return (
    <WhenHere of={of} waiting={outline}>
      {children}
    </WhenHere>
  )
}
