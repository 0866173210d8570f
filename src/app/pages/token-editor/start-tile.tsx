import {
  Archive,
  ChartColumn,
  Code,
  Eye,
  FileText,
  Globe,
  KeyRound,
  Receipt,
  Scale,
  ShieldCheck,
  SquareDashed,
  type LucideIcon,
} from 'lucide-react'
import { useId } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import type { Topic } from '#domain/operations/templates/listed-template.ts'
import styles from './start-gallery.module.css'

const OF_TOPIC: Record<Topic, LucideIcon> = {
  dns: Globe,
  certificates: ShieldCheck,
  workers: Code,
  traffic: ChartColumn,
  storage: Archive,
  account: Eye,
}

/** Templates with an icon of their own. */
const ICONS: Record<string, LucideIcon> = {
  'load-balancing': Scale,
  wordpress: FileText,
  billing: Receipt,
  tokens: KeyRound,
}

type StartTileProps = {
  id: string
  /** None for the blank one. */
  topic?: Topic
  title: string
  hint: string
  isChosen: boolean
  onChoose: () => void
}

/** One of the starts: a native radio, so that the arrow keys move between them. */
export function StartTile({ id, topic, title, hint, isChosen, onChoose }: StartTileProps) {
  const textId = useId()
  return (
    <label className={styles.tile}>
      <input
        type="radio"
        name="start"
        value={id}
        checked={isChosen}
        onChange={onChoose}
        aria-labelledby={`${textId}-title`}
        aria-describedby={`${textId}-hint`}
      />
      <Icon of={ICONS[id] ?? (topic ? OF_TOPIC[topic] : SquareDashed)} />
      <b id={`${textId}-title`}>{title}</b>
      <span id={`${textId}-hint`} className={styles.hint}>
        {hint}
      </span>
    </label>
  )
}
