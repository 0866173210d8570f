/** Formats that are recognized but not supported, with what to use instead. The first match counts. */
const FORMATS: [form: RegExp, name: string, cure: string][] = [
  [/^(?:PK[\p{Cc}]|%PDF|\uFFFD)|\uFFFD{2}/u, 'a binary file', 'Bring the text itself.'],
  [/^\s*<(?:!doctype|html|\?xml|[a-z][\w-]*[\s/>])/i, 'HTML or XML', 'Bring the answer of the API as JSON.'],
  [
    /^id,name,status,[^\n]*\bpolicies\b/,
    'the CSV export',
    'It has the policies in sentences only. Export as JSON and bring that.',
  ],
  [
    /^# Left out: .*(?: It is |Its )/m,
    'an export that creates nothing',
    'Its tokens do not work any more and are left out. Export them as JSON and bring that.',
  ],
  [/^(?:"?[\w .-]+"?[,;\t]){2,}"?[\w .-]+"?\s*\n/, 'CSV', 'It has no policies in it. Bring JSON.'],
  [
    /^\s*(?:# )?(?:Terraform will perform|Terraform used the selected|OpenTofu |No changes\.|[ \t]*[+~-](?:\/[+-])? resource ")/m,
    'the printed plan of Terraform',
    'Bring “terraform show -json” of the plan or the state.',
  ],
  [/"@level"\s*:\s*"\w+"/, 'the log of Terraform', 'Bring “terraform show -json” of the plan or the state.'],
  [/\bInvoke-(?:RestMethod|WebRequest)\b|\birm\s+-/i, 'a PowerShell command', 'Bring the body alone, as JSON.'],
  [/(?:^|\n)\s*(?:\$\s+)?wget\s/, 'a wget command', 'Bring the body alone, as JSON.'],
  [/(?:^|\n)\s*(?:\$\s+)?https?\s+(?:-\S+\s+)*(?:POST|PUT|--)/, 'an HTTPie command', 'Bring the body alone, as JSON.'],
  [
    /^(?:\s*#[^\n]*\n|\s*\n)*(?:> )?(?:POST|PUT|GET|PATCH) \S+(?: HTTP\/[\d.]+)?\r?\n/,
    'an HTTP request',
    'Bring the body alone, as JSON.',
  ],
  [
    /\bnew\s+[\w.]*(?:AccountToken|ApiToken|Cloudflare)\s*\(|\bfetch\s*\(|\bawait\s+[\w.]+\(|^\s*(?:import .* from |const |let |var |export (?:const|default|async|function|class) )/m,
    'JavaScript or TypeScript',
    'Bring the body as JSON.',
  ],
  [
    /^\s*(?:import \w|from [\w.]+ import |def \w+\()|\b(?:requests|client|cf)\.\w[\w.]*\(/m,
    'Python',
    'Bring the body as JSON.',
  ],
  [/^\s*package \w+\s*$|cloudflare\.F\(|:= /m, 'Go', 'Bring the body as JSON.'],
  [/^\s*\[[\w.-]+\]\s*$/m, 'TOML or an INI file, such as wrangler.toml', 'It holds no token. Bring JSON.'],
  [
    /^(?:\s*#[^\n]*\n|\s*\n)*\s*(?:export\s+)?[A-Za-z_]\w*\s?=\s?\S*/,
    'a file of environment variables',
    'It holds a secret at most, and no policies. Bring JSON.',
  ],
  [
    /^(?:---|%YAML|\s*#[^\n]*\n)*\s*(?:- )?["']?[\w./-]+["']?:(?:\s|$)/,
    'YAML',
    'Bring JSON: “yq -o=json” converts it.',
  ],
  [/^\s*\{\s*(?:'|[A-Za-z_]\w*\s*:)/, 'JavaScript or JSON5', 'In JSON, keys and texts are in double quotes.'],
]

/** Names the unsupported format of a text, and what to use instead. */
export function nameFormat(text: string): string | null {
  const start = text.trimStart()
  // For a text that starts like JSON, the position of the error is more helpful, unless its words are specific.
  const isJson = /^(?:\{|\[(?![A-Za-z][\w. -]*\]\s*(?:\n|$)))/.test(start)
  const format = FORMATS.find(
    ([form, name]) => (isJson ? /JSON5|log of Terraform/.test(name) : true) && form.test(start),
  )
  return format ? `This is ${format[1]}. ${format[2]}` : null
}
