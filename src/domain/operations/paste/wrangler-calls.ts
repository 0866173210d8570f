// In these paths, `~` is `/accounts/{account_id}`.
const SCRIPT = '~/workers/scripts/{script_name}'
const PROJECT = '~/pages/projects/{project_name}'
const KV = '~/storage/kv/namespaces'
const BUCKET = '~/r2/buckets/{bucket_name}'
const D1 = '~/d1/database'
const QUEUE = '~/queues'
const STORE = '~/secrets_store/stores'
const VECTORIZE = '~/vectorize/v2/indexes'

/**
 * The calls that the frequent commands of wrangler make and that need a permission. Put together by hand: versions of
 * wrangler differ, and look-ups that depend on the configuration are left out.
 */
export const WRANGLER_CALLS: Readonly<Record<string, readonly string[]>> = {
  deploy: [`PUT ${SCRIPT}`, `POST ${SCRIPT}/subdomain`],
  publish: [`PUT ${SCRIPT}`, `POST ${SCRIPT}/subdomain`],
  delete: [`DELETE ${SCRIPT}`],
  tail: [`POST ${SCRIPT}/tails`, `DELETE ${SCRIPT}/tails/{id}`],
  rollback: [`GET ${SCRIPT}/deployments`, `POST ${SCRIPT}/deployments`],
  whoami: ['GET /user', 'GET /accounts', 'GET /memberships'],
  'secret put': [`PUT ${SCRIPT}/secrets`],
  'secret list': [`GET ${SCRIPT}/secrets`],
  'secret delete': [`DELETE ${SCRIPT}/secrets/{secret_name}`],
  'secret bulk': [`GET ${SCRIPT}/settings`, `PATCH ${SCRIPT}/settings`],
  'secret:bulk': [`GET ${SCRIPT}/settings`, `PATCH ${SCRIPT}/settings`],
  'versions upload': [`POST ${SCRIPT}/versions`],
  'versions list': [`GET ${SCRIPT}/versions`],
  'versions view': [`GET ${SCRIPT}/versions/{version_id}`],
  'versions deploy': [`GET ${SCRIPT}/versions`, `POST ${SCRIPT}/deployments`],
  'versions secret put': [`GET ${SCRIPT}/versions`, `POST ${SCRIPT}/versions`],
  'deployments list': [`GET ${SCRIPT}/deployments`],
  'deployments status': [`GET ${SCRIPT}/deployments`],
  'triggers deploy': [`PUT ${SCRIPT}/schedules`, `POST ${SCRIPT}/subdomain`],

  'kv namespace create': [`POST ${KV}`],
  'kv namespace list': [`GET ${KV}`],
  'kv namespace rename': [`PUT ${KV}/{namespace_id}`],
  'kv namespace delete': [`DELETE ${KV}/{namespace_id}`],
  'kv key put': [`PUT ${KV}/{namespace_id}/values/{key_name}`],
  'kv key get': [`GET ${KV}/{namespace_id}/values/{key_name}`],
  'kv key list': [`GET ${KV}/{namespace_id}/keys`],
  'kv key delete': [`DELETE ${KV}/{namespace_id}/values/{key_name}`],
  'kv bulk put': [`PUT ${KV}/{namespace_id}/bulk`],
  'kv bulk delete': [`DELETE ${KV}/{namespace_id}/bulk`],
  'kv bulk get': [`POST ${KV}/{namespace_id}/bulk/get`],

  'r2 bucket create': ['POST ~/r2/buckets'],
  'r2 bucket list': ['GET ~/r2/buckets'],
  'r2 bucket info': [`GET ${BUCKET}`],
  'r2 bucket delete': [`DELETE ${BUCKET}`],
  'r2 bucket cors list': [`GET ${BUCKET}/cors`],
  'r2 bucket cors set': [`PUT ${BUCKET}/cors`],
  'r2 bucket cors delete': [`DELETE ${BUCKET}/cors`],
  'r2 bucket lifecycle list': [`GET ${BUCKET}/lifecycle`],
  'r2 bucket lifecycle add': [`GET ${BUCKET}/lifecycle`, `PUT ${BUCKET}/lifecycle`],
  'r2 bucket lifecycle set': [`PUT ${BUCKET}/lifecycle`],
  'r2 bucket domain list': [`GET ${BUCKET}/domains/custom`],
  'r2 bucket domain add': [`POST ${BUCKET}/domains/custom`],
  'r2 bucket dev-url get': [`GET ${BUCKET}/domains/managed`],
  'r2 bucket dev-url enable': [`PUT ${BUCKET}/domains/managed`],
  'r2 object get': [`GET ${BUCKET}/objects/{object_key}`],
  'r2 object put': [`PUT ${BUCKET}/objects/{object_key}`],
  'r2 object delete': [`DELETE ${BUCKET}/objects/{object_key}`],

  'd1 create': [`POST ${D1}`],
  'd1 list': [`GET ${D1}`],
  'd1 info': [`GET ${D1}/{database_id}`],
  'd1 delete': [`DELETE ${D1}/{database_id}`],
  'd1 execute': [`POST ${D1}/{database_id}/query`],
  'd1 export': [`POST ${D1}/{database_id}/export`],
  'd1 migrations list': [`POST ${D1}/{database_id}/query`],
  'd1 migrations apply': [`POST ${D1}/{database_id}/query`],
  'd1 time-travel info': [`GET ${D1}/{database_id}/time_travel/bookmark`],
  'd1 time-travel restore': [`POST ${D1}/{database_id}/time_travel/restore`],

  'pages deploy': [`GET ${PROJECT}`, `POST ${PROJECT}/deployments`],
  'pages publish': [`GET ${PROJECT}`, `POST ${PROJECT}/deployments`],
  'pages project list': ['GET ~/pages/projects'],
  'pages project create': ['POST ~/pages/projects'],
  'pages project delete': [`DELETE ${PROJECT}`],
  'pages deployment list': [`GET ${PROJECT}/deployments`],
  'pages deployment create': [`GET ${PROJECT}`, `POST ${PROJECT}/deployments`],
  'pages secret put': [`GET ${PROJECT}`, `PATCH ${PROJECT}`],
  'pages secret bulk': [`GET ${PROJECT}`, `PATCH ${PROJECT}`],
  'pages secret delete': [`GET ${PROJECT}`, `PATCH ${PROJECT}`],
  'pages secret list': [`GET ${PROJECT}`],

  'queues list': [`GET ${QUEUE}`],
  'queues create': [`POST ${QUEUE}`],
  'queues info': [`GET ${QUEUE}/{queue_id}`],
  'queues update': [`PATCH ${QUEUE}/{queue_id}`],
  'queues delete': [`DELETE ${QUEUE}/{queue_id}`],
  'queues purge': [`POST ${QUEUE}/{queue_id}/purge`],
  'queues consumer add': [`POST ${QUEUE}/{queue_id}/consumers`],
  'queues consumer remove': [`DELETE ${QUEUE}/{queue_id}/consumers/{consumer_id}`],

  'hyperdrive list': ['GET ~/hyperdrive/configs'],
  'hyperdrive create': ['POST ~/hyperdrive/configs'],
  'hyperdrive get': ['GET ~/hyperdrive/configs/{hyperdrive_id}'],
  'hyperdrive update': ['PATCH ~/hyperdrive/configs/{hyperdrive_id}'],
  'hyperdrive delete': ['DELETE ~/hyperdrive/configs/{hyperdrive_id}'],

  'vectorize list': [`GET ${VECTORIZE}`],
  'vectorize create': [`POST ${VECTORIZE}`],
  'vectorize get': [`GET ${VECTORIZE}/{index_name}`],
  'vectorize info': [`GET ${VECTORIZE}/{index_name}/info`],
  'vectorize delete': [`DELETE ${VECTORIZE}/{index_name}`],
  'vectorize insert': [`POST ${VECTORIZE}/{index_name}/insert`],
  'vectorize upsert': [`POST ${VECTORIZE}/{index_name}/upsert`],
  'vectorize query': [`POST ${VECTORIZE}/{index_name}/query`],

  'workflows list': ['GET ~/workflows'],
  'workflows describe': ['GET ~/workflows/{workflow_name}'],
  'workflows delete': ['DELETE ~/workflows/{workflow_name}'],
  'workflows trigger': ['POST ~/workflows/{workflow_name}/instances'],
  'workflows instances list': ['GET ~/workflows/{workflow_name}/instances'],

  'secrets-store store list': [`GET ${STORE}`],
  'secrets-store store create': [`POST ${STORE}`],
  'secrets-store store delete': [`DELETE ${STORE}/{store_id}`],
  'secrets-store secret list': [`GET ${STORE}/{store_id}/secrets`],
  'secrets-store secret create': [`POST ${STORE}/{store_id}/secrets`],
  'secrets-store secret delete': [`DELETE ${STORE}/{store_id}/secrets/{secret_id}`],

  'mtls-certificate list': ['GET ~/mtls_certificates'],
  'mtls-certificate upload': ['POST ~/mtls_certificates'],
  'mtls-certificate delete': ['DELETE ~/mtls_certificates/{mtls_certificate_id}'],
  'ai models': ['GET ~/ai/models/search'],
  'ai finetune list': ['GET ~/ai/finetunes'],
}

/** What an option adds to `deploy`, `publish` and `triggers deploy`. */
export const DEPLOY_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['assets', [`POST ${SCRIPT}/assets-upload-session`, 'POST ~/workers/assets/upload']],
  ['route', ['GET /zones/{zone_id}/workers/routes', 'POST /zones/{zone_id}/workers/routes']],
  ['routes', ['GET /zones/{zone_id}/workers/routes', 'POST /zones/{zone_id}/workers/routes']],
  ['domain', ['PUT ~/workers/domains']],
  ['domains', ['PUT ~/workers/domains']],
  ['schedule', [`PUT ${SCRIPT}/schedules`]],
  ['schedules', [`PUT ${SCRIPT}/schedules`]],
])

/** Commands that make no calls with a token of the user, or that stay on this computer. */
export const WRANGLER_WITHOUT_CALLS: ReadonlySet<string> = new Set(
  'init login logout types dev docs telemetry complete setup check generate help version build'.split(' '),
)
