import { Suspense, type ReactNode } from 'react'
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

/** A part that is drawn after what is read first, and whose code may still be on its way then. */
export function LatePart({ lines, children }: { lines: number; children: ReactNode }) {
  const outline = <FormOutline lines={lines} />
  return useLater() ? <Suspense fallback={outline}>{children}</Suspense> : outline
}
