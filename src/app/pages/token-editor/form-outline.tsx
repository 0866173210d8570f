import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'

/** Stands in for a part of the form that is still loading. */
export function FormOutline({ lines }: { lines: number }) {
  return (
    <Section>
      <Skeleton lines={lines} />
    </Section>
  )
}
