type ForeignWords = {
  title: string
  chip: string
  note: string
  /** The recipes below the answer have a token for it. */
  hasRecipe?: true
}

/** What a request to another host than the API’s is. */
export const foreignWords = (host: string): ForeignWords => HOSTS.find(([form]) => form.test(host))?.[1] ?? OTHER

const OTHER: ForeignWords = {
  title: 'Not Cloudflare’s API',
  chip: 'Another API',
  note: 'Its permissions are another vendor’s.',
}

const HOSTS: [form: RegExp, words: ForeignWords][] = [
  [
    // The bucket and the jurisdiction may be part of the host.
    /(?:^|\.)r2\.cloudflarestorage\.com$/,
    {
      title: 'R2’s S3 API',
      chip: 'S3 API',
      note: 'Objects need Workers R2 Storage Bucket Item Read or Write; buckets need Workers R2 Storage Read or Write. The S3 keys are made of the token.',
      hasRecipe: true,
    },
  ],
  [
    /^(?:[\w-]+\.)?dash\.cloudflare\.com$/,
    {
      title: 'Cloudflare’s dashboard',
      chip: 'Not the API',
      note: 'The address of a page of the dashboard is no API call. Paste the request that your tool sends.',
    },
  ],
]
