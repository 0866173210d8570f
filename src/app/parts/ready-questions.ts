/** A question about access that the user can choose as it is, with its search params on the page "Access". */
export type ReadyQuestion = { label: string; search: { can?: string; topic?: string } }

export const READY_QUESTIONS: readonly ReadyQuestion[] = [
  { label: 'Change DNS', search: {} },
  { label: 'Deploy Workers', search: { topic: 'workers' } },
  { label: 'Create API tokens', search: { topic: 'tokens' } },
  { label: 'Change sign-in and members', search: { topic: 'people' } },
  { label: 'Read objects in a bucket', search: { can: 'read', topic: 'objects' } },
  { label: 'See logs', search: { can: 'read', topic: 'logs' } },
]
