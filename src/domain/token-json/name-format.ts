/** `name = value` of TOML, Terraform and others, below comments. */
const SETTINGS =
  /^(?:(?:(?:#|\/\/)[^\n]*\n|\/\*(?:[^*]|\*(?!\/)){0,9999}\*\/)\s*){0,9999}[a-z][\w.-]*[ \t]+=[ \t]+(?:["'[]|<<|\{\s*(?:[}#]|"?[\w./-]+"?\s*=)|(?:true|false|null|\d+)[ \t]*(?:#|\/|\r?\n|$))/
/** Only Terraform has objects of several lines, here-documents, and comments with slashes. */
const TERRAFORM_VARIABLES = new RegExp(
  String.raw`(?=${SETTINGS.source})(?![\s\S]*(?:"""|'''))[\s\S]*?(?:\{[ \t]*\r?\n|=[ \t]+<<|(?:^|\n)[ \t]*(?:\/\/|\/\*)|=[ \t]+(?:\w+|"[^"\n]*"|\[[^[\]\n]*\])[ \t]+\/[/*])`,
)

/** Formats that are recognized but not supported, with what to use instead. The first match counts. */
const FORMATS: [form: RegExp, name: string, cure: string][] = [
  [/^(?:PK[\p{Cc}]|%PDF|\uFFFD)|\uFFFD{2}/u, 'a binary file', 'Use a text file.'],
  [/^\s*<(?:!doctype|html|\?xml|[a-z][\w-]*[\s/>])/i, 'HTML or XML', 'Use the API response as JSON.'],
  [
    /^id,name,status,[^\n]*\bpolicies\b/,
    'the CSV export',
    'It has the policies as sentences only. Use the JSON export.',
  ],
  [
    /^# Left out: .*(?: It is |Its )/m,
    'an export without working tokens',
    'Its tokens no longer work and are left out. Use the JSON export.',
  ],
  [/^(?:"?[\w .-]+"?[,;\t]){2,}"?[\w .-]+"?\r?\n/, 'CSV', 'It has no policies. Use JSON.'],
  [
    /^[ \t]*(?:#[ \t]+)?(?:Terraform will perform|Terraform used the selected|OpenTofu |No changes\.|[+~-](?:\/[+-])? resource ")/m,
    'a printed Terraform plan',
    'Use the output of “terraform show -json”.',
  ],
  [/"@level"\s*:\s*"\w+"/, 'a Terraform log', 'Use the output of “terraform show -json”.'],
  [/\bInvoke-(?:RestMethod|WebRequest)\b|\birm\s+-/i, 'a PowerShell command', 'Use only the body, as JSON.'],
  [/^[ \t]*(?:\$[ \t]+)?wget\s/m, 'a wget command', 'Use only the body, as JSON.'],
  [
    /(?:^[ \t]*(?:\$[ \t]+)?|\|[ \t]*)(?:https?|xhs?)\s+(?:-\S+\s+){0,20}(?:POST|PUT|--)/im,
    'an HTTPie command',
    'Use only the body, as JSON.',
  ],
  [
    /^(?:#[^\n]*\n\s*){0,9999}(?:> )?(?:POST|PUT|GET|PATCH) \S+(?: HTTP\/[\d.]+)?\r?\n/,
    'an HTTP request',
    'Use only the body, as JSON.',
  ],
  [/^[ \t]*package \w+[ \t]*$|cloudflare\.F\(/m, 'Go', 'Use the body as JSON.'],
  [
    /\bnew\s+[\w.]*(?:AccountToken|ApiToken|Cloudflare)\s*\(|\b(?:fetch|axios(?:\.\w+)?)\s*\(|\bmodule\.exports\s*=|\bawait\s+[\w.]+\(|^[ \t]*(?:import (?:.*|\{[^{}]*\}) from |const |let |var |export (?:const|default|async|function|class) )/m,
    'JavaScript or TypeScript',
    'Use the body as JSON.',
  ],
  [
    /^[ \t]*(?:import \w|from [\w.]+ import |def \w+\()|\b(?:requests|client|cf)(?:\.\w+){1,9}\(/m,
    'Python',
    'Use the body as JSON.',
  ],
  [/:= /, 'Go', 'Use the body as JSON.'],
  [/^HTTP\/\d[\d.]* \d{3}\b/i, 'an HTTP response without JSON', 'Use the API response as JSON.'],
  [
    /^[ \t]*\[{1,2}[\w.-]+\]{1,2}[ \t]*$|^compatibility_date\s*=/m,
    'TOML or an INI file, such as wrangler.toml',
    'It has no token. Use JSON.',
  ],
  [
    /^(?:inputs\s*=\s*(?:\{|merge\()|(?:include|dependency)[ \t]+"[^"\n]*"[ \t]*\{)/m,
    'a Terragrunt configuration',
    'Use the output of “terraform show -json”.',
  ],
  [TERRAFORM_VARIABLES, 'a file of Terraform variables', 'Use the output of “terraform show -json”.'],
  [SETTINGS, 'a list of settings, not a token', 'Use JSON.'],
  [/^[\w.]+[ \t]+=\s*(?:\{\s*(?:["'}]|\w+\s*:)|\[\s*\{)/, 'code', 'Use only the body, as JSON.'],
  [
    /^[ \t]*type:[ \t]*["']?cloudflare:(?:index\/\w+:)?(?:AccountToken|ApiToken)\b/m,
    'a Pulumi program',
    'Use the output of “pulumi stack export”.',
  ],
  [
    /^(?:#[^\n]*\n\s*){0,9999}(?:export\s+)?[A-Za-z_]\w*\s?=\s?\S*/,
    'a file of environment variables',
    'It has no policies. Use JSON.',
  ],
  [
    /^(?:---(?!-)|%YAML[^\n]*|\s*#[^\n]*\n){0,9999}\s*(?:- )?["']?[\w./-]+["']?:(?:\s|$)/,
    'YAML',
    'Use JSON: “yq -o=json” converts it.',
  ],
  [/^\s*\{\s*(?:'|[A-Za-z_]\w*\s*:)/, 'JavaScript or JSON5', 'Put keys and texts in double quotes.'],
]

/** Names the unsupported format of a text, and what to use instead. */
export function nameFormat(text: string): string | null {
  const start = text.trimStart()
  // For a text that starts like JSON, the position of the error is more helpful, unless its words are specific.
  const isJson = /^(?:\{|\[(?![A-Za-z][\w. -]*\]\s*(?:\n|$)))/.test(start)
  const format = FORMATS.find(([form, name]) => (isJson ? /JSON5|Terraform log/.test(name) : true) && form.test(start))
  return format ? `This is ${format[1]}. ${format[2]}` : null
}
