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
  SquareDashed,
  type LucideIcon,
} from 'lucide-react'
import { useId } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import styles from './start-gallery.module.css'

/** By the id of the template; R2's have one in common. */
const ICONS: Record<string, LucideIcon> = {
  blank: SquareDashed,
  dns: Globe,
  workers: Code,
  analytics: ChartColumn,
  'load-balancing': Scale,
  wordpress: FileText,
  billing: Receipt,
  tokens: KeyRound,
  'read-all': Eye,
}

type StartTileProps = { id: string; title: string; hint: string; isChosen: boolean; onChoose: () => void }

/** One of the starts: a native radio, so that the arrow keys move between them. */
export function StartTile({ id, title, hint, isChosen, onChoose }: StartTileProps) {
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
      <Icon of={ICONS[id] ?? Archive} />
      <b id={`${textId}-title`}>{title}</b>
      <span id={`${textId}-hint`} className={styles.hint}>
        {hint}
      </span>
    </label>
  )
}
