import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'

export function SummarySkeleton() {
  return (
    <Card>
      <Section title="Summary">
        <Skeleton lines={6} />
      </Section>
    </Card>
  )
}
