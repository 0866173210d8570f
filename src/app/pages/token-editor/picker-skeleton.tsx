import { Skeleton } from '#app/ui/skeleton.tsx'
import styles from './permission-picker.module.css'

/** As high as the picker, so that nothing moves when the catalogue arrives. */
export function PickerSkeleton() {
  return (
    <div className={`${styles.picker} ${styles.skeleton}`}>
      <Skeleton lines={8} />
    </div>
  )
}
