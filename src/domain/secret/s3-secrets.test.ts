import { describe, expect, test } from 'vitest'
import { looksLikeSecret } from './looks-like-secret.ts'
import { findSecretsInSteps } from './redact-steps.ts'
import { redactSecrets } from './redact.ts'
import { atOnce } from '#domain/reach/at-once.ts'

// None of these is a real secret; each only has the format.
const S3 = '3b1f6c0d9a8e47525d1c0f7e6b9a8d4c2f1e0b3a5c6d7e8f9a0b1c2d3e4f5a6b'
const LOWER = 'q7w2e9r4t1y6u3i8o5p0a2s7d4f9g1h6j3k8l5zx'
const KEY = 'ed17574386854bf78a67040be0a770b0'
const URL = `https://${KEY}.r2.cloudflarestorage.com`

describe('an S3 secret is taken out of', () => {
  test.each([
    ['mc', `mc alias set r2 ${URL} ${KEY} ${S3}`],
    ['mc with options', `mc alias set r2 ${URL} ${KEY} ${S3} --api S3v4`],
    ['aws configure', `AWS Access Key ID [None]: ${KEY}\nAWS Secret Access Key [None]: ${S3}\nDefault region: auto`],
    ['aws configure set', `aws configure set aws_secret_access_key ${S3} --profile r2`],
    ['s3cmd', `s3cmd --access_key=${KEY} --secret_key=${S3} ls`],
    ['.s3cfg', `[default]\naccess_key = ${KEY}\nsecret_key = ${S3}\n`],
    ['s5cmd', `AWS_ACCESS_KEY_ID=${KEY} AWS_SECRET_ACCESS_KEY=${S3} s5cmd --endpoint-url ${URL} ls`],
    ['DuckDB', `CREATE SECRET r2 (TYPE R2, KEY_ID '${KEY}', SECRET '${S3}', ACCOUNT_ID '${KEY}')`],
    ['DuckDB, older', `SET s3_secret_access_key='${S3}';`],
    ['ClickHouse', `SELECT * FROM s3('${URL}/a/b.csv', '${KEY}', '${S3}', 'CSV')`],
    ['rclone config create', `rclone config create r2 s3 access_key_id ${KEY} secret_access_key ${S3} region auto`],
    ['rclone.conf', `[r2]\ntype = s3\naccess_key_id = ${KEY}\nsecret_access_key = ${S3}\n`],
    ['rclone on the fly', `rclone ls ":s3,provider=Cloudflare,secret_access_key=${S3}:a"`],
    ['passwd-s3fs', `${KEY}:${S3}`],
    ['passwd-s3fs with a bucket', `assets:${KEY}:${S3}`],
    ['boto3', `boto3.client("s3","${KEY}","${S3}")`],
    ['boto3 with names', `boto3.client('s3', aws_access_key_id='${KEY}', aws_secret_access_key='${S3}')`],
    ['Java', `AwsBasicCredentials.create("${KEY}", "${S3}")`],
    ['Go', `credentials.NewStaticCredentialsProvider("${KEY}", "${S3}", "")`],
    ['JavaScript', `new S3Client({ credentials: { accessKeyId: '${KEY}', secretAccessKey: '${S3}' } })`],
    ['Rust', `Credentials::new("${KEY}", "${S3}", None, None, "r2")`],
    ['a backend of Terraform', `backend "s3" {\n  access_key = "${KEY}"\n  secret_key = "${S3}"\n}`],
    ['an option of Terraform', `terraform init -backend-config="secret_key=${S3}"`],
    ['docker', `docker run -e AWS_SECRET_ACCESS_KEY=${S3} amazon/aws-cli s3 ls`],
    ['litestream', `access-key-id: ${KEY}\nsecret-access-key: ${S3}`],
    ['Cyberduck', `duck --username ${KEY} --password ${S3} --list s3://a/`],
    ['a pipe to wrangler', `echo "${S3}" | wrangler secret put R2`],
    ['a command of pulumi', `pulumi config set --secret r2:secret ${S3}`],
    ['a command of kubectl', `kubectl create secret generic r2 --from-literal=secret=${S3}`],
    ['a list of YAML', `keys:\n  - ${KEY}\n  - ${S3}\n`],
    ['CSV', `name,id,secret\nr2,${KEY},${S3}\n`],
    ['a table', `| r2 | ${KEY} | ${S3} |`],
    ['signed curl', `curl -u ${KEY}:${S3} --aws-sigv4 "aws:amz:auto:s3" ${URL}`],
    ['a prompt of s3cmd', `Access Key: ${KEY}\nSecret Key: ${S3}`],
    ['a prompt of s3cmd with its default', `Secret Key [${S3}]: `],
    ['a signed URL', `${URL}/a/b?X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=${S3}`],
    ['a signed request', `Authorization: AWS4-HMAC-SHA256 Credential=${KEY}/a, SignedHeaders=host, Signature=${S3}`],
    ['Hadoop', `<property><name>fs.s3a.secret.key</name><value>${S3}</value></property>`],
    ['a log that begins with a bracket', `[INFO] mc alias set r2 ${URL} ${KEY} ${S3}`],
    ['the key of a hash', `hash_key=${S3}`],
    ['a program that signs', `createHmac("sha256", "${S3}")`],
    ['a program that signs, with a name', `sign("content", "sha256", "${S3}")`],
    ['a list with names behind', `${S3}  prod\n`],
    ['a list with names of files in words', `${S3}  profile\n`],
    ['a command with two blanks', `mc alias set r2 ${URL} ${KEY} ${S3}  Makefile`],
    ['a container', `Container secret: ${S3}`],
    ['a container with both', `Container ID and secret: ${S3}`],
    ['a variable', `h1=${S3}`],
    ['a log of words', `secret h1 ${S3}`],
    ['a sentence', `The key is ${S3}.`],
    ['an encoded query', `a=1&auth=${KEY}%3A${S3}%0A`],
    ['a log of JSON', `{"m":"mc alias set r2 ${URL} ${KEY} ${S3}"}`],
    ['a command in JSON', `{"m":"s3cmd --secret_key=${S3} ls"}`],
    ['arguments in JSON', `{"args":["ls","--secret_key=${S3}"]}`],
    ['SQL in JSON', `{"sql":"CREATE SECRET r2 (SECRET '${S3}')"}`],
    ['a command of rclone in JSON', `{"run":"rclone config create r2 s3 secret_access_key ${S3}"}`],
    ['a pair in JSON', `{"auth":"${KEY}:${S3}"}`],
    ['a signed URL in JSON', `{"url":"${URL}/a?X-Amz-Signature=${S3}"}`],
  ])('%s', (_, text) => {
    const redacted = redactSecrets(text)
    expect(redacted.text).not.toContain(S3)
    expect(redacted.removed).toBe(1)
    // The key's own ID stays, unless a header goes as a whole.
    if (text.includes(KEY) && !text.startsWith('Authorization')) expect(redacted.text).toContain(KEY)
  })
})

describe('a secret of small letters is taken out of', () => {
  test.each([
    ['XML', `<apiToken>${LOWER}</apiToken>`],
    ['XML with an attribute', `<cf:api-token type="string">\n  ${LOWER}\n</cf:api-token>`],
    ['XML with CDATA', `<api-token><![CDATA[${LOWER}]]></api-token>`],
    ['XML with its name in an attribute', `<entry key="api.token">${LOWER}</entry>`],
    ['a setting of .NET', `<setting name="ApiToken" serializeAs="String">\n<value>${LOWER}</value>`],
    ['a property list', `<key>CFApiToken</key>\n<string>${LOWER}</string>`],
    ['a header with quotes', `Authorization: Bearer "${LOWER}"`],
    ['a header of a program', `"Authorization": "Bearer " + "${LOWER}"`],
    ['a header with single quotes', `authorization: bearer '${LOWER}'`],
    ['a header with escaped quotes', String.raw`{"h":"Authorization: Bearer \"${LOWER}\""}`],
    ['Basic with quotes', `Authorization: Basic "${LOWER}"`],
    ['an option', `s3cmd --secret_key=${LOWER}`],
    ['an option in quotes', `["--api_token=${LOWER}"]`],
    ['a prompt in JSON', `{"m":"AWS Secret Access Key [None]: ${LOWER}"}`],
    ['a prompt', `AWS Secret Access Key [None]: ${LOWER}`],
    ['SQL', `CREATE SECRET (KEY_ID 'a', SECRET '${LOWER}')`],
    ['a directive', `dns_token "${LOWER}";`],
  ])('%s', (_, text) => {
    expect(redactSecrets(text).text).not.toContain(LOWER)
  })
})

describe('a digest raises no alarm', () => {
  test.each([
    [`docker pull cloudflare/cloudflared@sha256:${S3}`],
    [`Digest: sha256:${S3}`],
    [`${S3}  worker.js`],
    [`${S3} *dist/worker.js`],
    [`${S3}  -`],
    [`${S3}\tworker.js`],
    [`integrity=${S3}`],
    [`SHA256(dist/worker.js)= ${S3}`],
    [`SHA256 (dist/worker.js) = ${S3}`],
    [`ETag: "${S3}"`],
    [`< etag: W/"${S3}"`],
    [`If-None-Match: "${S3}"`],
    [`x-amz-content-sha256:${S3}`],
    [`req.Header.Set("x-amz-content-sha256", "${S3}")`],
    [`['X-Amz-Content-Sha256', '${S3}']`],
    [`headers["x-amz-content-sha256"] = "${S3}"`],
    [`    Container ID:   ${S3}`],
    [`Container ID: docker://${S3}`],
    [`container_id=${S3}`],
    [`${S3}  Makefile\n${S3} *LICENSE\n`],
    [`${S3}\tDockerfile\n`],
    [`hashes = ["h1:${S3}"]`],
    ['hashes = ["h1:iKQ0jmVFzTaQbHFs2a1V3rVrKcMyXZnGnC0r2yL9uXM="]'],
    ['golang.org/x/net v0.1.0 h1:iKQ0jmVFzTaQbHFs2a1V3rVrKcMyXZnGnC0r2yL9uXM='],
    [`checksum = "${S3}"`],
    [`a==1 --hash=sha256:${S3}`],
    [`hashes = [\n  "zh:${S3}",\n  "zh:${S3}",\n]`],
    [`commit ${S3}`],
    [`file_hash: ${S3}`],
    [`GET /accounts/${KEY}/storage/kv/namespaces/${KEY}/values/${S3}?a=1`],
    [`dist/${S3}.js`],
    [`a-${S3}`],
    [`{"result":{"id":"worker","etag":"${S3}"}}`],
    [`{"name":"Deploys ${S3}."}`],
  ])('%s', (text) => {
    expect(redactSecrets(text)).toEqual({ text, removed: 0 })
  })

  test('as words of a search', () => {
    expect(looksLikeSecret(`sha256:${S3}`)).toBe(false)
  })

  test('in a long JSON text', () => {
    const text = JSON.stringify({ scripts: Array.from({ length: 2000 }, (_, id) => ({ id, etag: S3 })) })
    expect(atOnce(findSecretsInSteps(text))).toEqual([])
  })
})

test('references to secrets, and IDs, stay', () => {
  const texts = [
    '"Bearer "+process.env.CLOUDFLARE_API_TOKEN',
    'Authorization: Bearer "$CLOUDFLARE_API_TOKEN"',
    '<apiToken>${env.CLOUDFLARE_API_TOKEN}</apiToken>',
    '<token>com.cloudflare.api.account.zone</token>',
    `<token>${KEY}</token>`,
    `<entry key="token">${KEY}</entry>`,
    `<entry key="token">\${CF_API_TOKEN}</entry>`,
    'AWS Secret Access Key [****************AB12]: ',
    's3cmd --secret_key=$R2_SECRET --access_key=$R2_KEY ls',
    `s3cmd --access_key=${KEY} ls`,
    '{"name":"token ProductionDeployTokenForTheEdgeTeam2026x"}',
    'the token "ProductionDeployTokenForTheEdgeTeam2026x" and the token "Prod-deploy-2026-07-01-of-the-team"',
    `zone ${KEY}, token ${KEY}, account_id=${KEY}`,
    `tunnel token f9a1c3f0-5f0e-4c9e-9d2b-1f2e3d4c5b6a`,
    `<key>zone</key><string>${KEY}</string>`,
    'wrangler versions upload --tag token-of-the-production-deployment-2026-07-01',
  ]
  for (const text of texts) expect(redactSecrets(text)).toEqual({ text, removed: 0 })
})
