import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'

/** The place of a part of the form that is on its way. */
export function FormOutline({ lines }: { lines: number }) {
  return (
    <Section>
      <Skeleton lines={lines} />
    </Section>
  )
}
