import { type BlockList } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { processSingleton } from './process-singleton';
import { describeBad, describeIssues } from './bad-settings';
import { withSecretFiles } from './secret-files';
import { parseTrustedProxies, trustedProxiesAllowed } from './trusted-proxies';

/** How Elasticsearch keeps the vectors that its graph is walked by: as they are, as bytes, or as bits. */
export const vectorIndexTypes = ['int8_hnsw', 'hnsw', 'bbq_hnsw'] as const;
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const address = (protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
/** One address, or several separated by commas. Not told by its value, which may hold a password. */
const addressList = (protocols: readonly string[]) =>
  z.string().superRefine((value, context) => {
    for (const [index, part] of addressesIn(value).entries()) {
      const { error } = address(protocols).safeParse(part);
      if (error)
        context.addIssue({
          code: 'custom',
          message: `${index === 0 ? '' : `as address ${index + 1} `}${error.issues[0]?.message}`,
        });
    }
  });
const wholeNumber = (min: number, max: number) => {
  const allowed = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(allowed).int(allowed).min(min, allowed).max(max, allowed);
};
const hostList = () =>
  z
    .string()
    .default('')
    .refine(
      (value) =>
        allowedHostsIn(value).every((host) => /^(?:[a-z\d._-]+|\[[\da-f:]+\])(?::\d{1,5})?$/.test(host)),
      'must be hosts separated by commas, each with or without a port, like nas.local, 10.0.0.5:8080',
    );

/** Every setting, under the name that a person writes in the environment. The README's table follows it. */
const environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  GAFU_DATA_DIR: z.string().default('data'),
  GAFU_MODELS_DIR: z.string().default('models'),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  ELASTICSEARCH_URL: addressList(['http:', 'https:']).optional(),
  ELASTICSEARCH_API_KEY: z.string().optional(),
  ELASTICSEARCH_CA_FILE: z.string().optional(),
  ELASTICSEARCH_INDEX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/, 'must begin with a-z and have at most 61 of a-z, 0-9 and -')
    .default('gafu'),
  ELASTICSEARCH_SHARDS: wholeNumber(1, 64).default(2),
  ELASTICSEARCH_REPLICAS: wholeNumber(0, 8).default(1),
  ELASTICSEARCH_VECTORS: z
    .enum(vectorIndexTypes, `must be one of ${vectorIndexTypes.join(', ')}`)
    .default('int8_hnsw'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: 3 to 63 of a-z, 0-9, . and -')
    .optional(),
  S3_ENDPOINT: address(['http:', 'https:']).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)+$/, 'must be folders, each ending with a slash, like gafu/images/')
    .default(''),
  S3_FORCE_PATH_STYLE: z.enum(['true', 'false'], 'must be true or false').optional(),
  VGG19_WEIGHTS: z.string().optional(),
  VGG19_URL: address(['http:', 'https:']).optional(),
  ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  GAFU_RECIPE: z.string().default('auto'),
  GAFU_BACKEND: z.enum(['auto', 'node', 'wasm'], 'must be auto, node or wasm').default('auto'),
  GAFU_POOL_SIZE: wholeNumber(1, 64).default(1),
  PUBLIC_URL: address(['http:', 'https:']).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .superRefine((value, context) => {
      try {
        parseTrustedProxies(value);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.addIssue({ code: 'custom', message: `must be ${trustedProxiesAllowed}; ${error.message}` });
      }
    }),
  RATE_LIMIT_SCALE: wholeNumber(1, 1_000_000).default(1),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'must have at least 16 characters and no spaces')
    .optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  UPLOAD_BYTES_MAX: wholeNumber(1024, 1024 ** 3).default(25 * 1024 ** 2),
  PIXELS_MAX: wholeNumber(1_000_000, 1_000_000_000).default(50_000_000),
  GAFU_STARTER: z.enum(['true', 'false'], 'must be true or false').default('true'),
  GAFU_CONTACT: z
    .string()
    .max(200, 'may have at most 200 characters')
    .regex(
      /^(?:[^\s@()]+@[^\s@()]+\.[^\s@()]+|https?:\/\/[^\s()]+)$/,
      'must be an e-mail address, or a page that begins with https://',
    )
    .optional(),
  FETCH_ALLOWED_HOSTS: hostList(),
  VISITORS_FETCH_ALLOWED_HOSTS: hostList(),
  PAGE_CACHE_BYTES_MAX: wholeNumber(0, 1024 ** 4).default(64 * 1024 ** 2),
  TILE_CACHE_BYTES_MAX: wholeNumber(1_000_000, 1024 ** 5).default(1024 ** 3),
  QUERY_DAYS: wholeNumber(1, 3650).default(30),
  QUERY_BYTES_MAX: wholeNumber(10_000_000, 1024 ** 5).default(2 * 1024 ** 3),
  BATCH_DAYS: wholeNumber(1, 3650).default(30),
  BATCH_BYTES_MAX: wholeNumber(10_000_000, 1024 ** 5).default(20 * 1024 ** 3),
});

/** The names under which settings are given. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** A bucket for pictures. Who signs in is told to the SDK itself, by AWS_ACCESS_KEY_ID or any other way it knows. */
export interface S3Settings {
  readonly bucket: string;
  /** Of a storage that is not Amazon's. Null: Amazon's in the region. */
  readonly endpoint: string | null;
  readonly region: string;
  /** Empty, or folders that end with a slash. */
  readonly prefix: string;
  /** The bucket's name in the path and not in the host's name. */
  readonly forcePathStyle: boolean;
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute. Pictures, the embedded Postgres and secrets live under it. */
  readonly dataDir: string;
  /** Absolute. Networks, and for each recipe its fitted projections and what was measured of them. */
  readonly modelsDir: string;
  /** Null: the embedded Postgres on `dataDir`. */
  readonly databaseUrl: string | null;
  /** One address, or several separated by commas ({@link addressesIn}). Null: the embedded search index. */
  readonly elasticsearchUrl: string | null;
  /** Base64, as Kibana shows it once. Null: no sign-in, or the name and password in the URL. */
  readonly elasticsearchApiKey: string | null;
  /** The certificate (PEM) that signed the cluster's own, absolute. Null: one that Node knows. */
  readonly elasticsearchCaFile: string | null;
  /** What the names of all our indices and aliases begin with. */
  readonly elasticsearchIndex: string;
  readonly elasticsearchShards: number;
  readonly elasticsearchReplicas: number;
  readonly elasticsearchVectors: (typeof vectorIndexTypes)[number];
  /** Null: pictures are kept under `dataDir`. */
  readonly s3: S3Settings | null;
  /** A local Keras HDF5 file of VGG19's weights, absolute. */
  readonly vgg19Weights: string | null;
  /** Where else than at Keras' own address the official file can be had: a mirror. */
  readonly vgg19Url: string | null;
  /** What all curators share instead of accounts. Null: nothing, but for a data folder of an earlier version. */
  readonly adminPassword: string | null;
  /** Signs the curators' cookies. Null: one that is made and kept under `dataDir`. */
  readonly sessionSecret: string | null;
  /** `auto`, or the name of one: for a collection without works, and for what changes over. */
  readonly recipe: string;
  readonly backend: 'auto' | 'node' | 'wasm';
  readonly poolSize: number;
  /** Where visitors reach the site, without a trailing slash. Null: told from each request. */
  readonly publicUrl: string | null;
  /** The proxies whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: BlockList;
  /** Multiplies what each client may do: for load tests and fuzzers, never on a public site. */
  readonly rateLimitScale: number;
  /** What a scraper shows to read metrics. Null: nobody may. */
  readonly metricsToken: string | null;
  /** Where a worker serves its metrics and health. Null: nowhere. */
  readonly metricsPort: number | null;
  readonly logLevel: (typeof logLevels)[number];
  /** Whether a new site fetches the starter collection from its museums. */
  readonly fetchesStarter: boolean;
  /** An e-mail address or a page by which those whose servers Gafu asks can write to its operator. */
  readonly contact: string | null;
  /** Hosts on one's own network that curators may have fetched from, lower case, with or without a port. */
  readonly fetchAllowedHosts: ReadonlySet<string>;
  /** The same for visitors, who search by the address of a picture. */
  readonly visitorsFetchAllowedHosts: ReadonlySet<string>;
  readonly uploadBytesMax: number;
  readonly pixelsMax: number;
  /** What rendered pages that are kept in memory may take together. 0: none is kept. */
  readonly keptPagesBytesMax: number;
  /** What the tiles that this machine keeps for viewers may take together; the least recently used go first. */
  readonly tileCacheBytesMax: number;
  /** How long an uploaded query is kept. */
  readonly queryDays: number;
  /** What the pictures of uploaded queries may take together; the oldest go first. */
  readonly queryBytesMax: number;
  /** How long a batch is kept after a curator did something with it last. */
  readonly batchDays: number;
  /** What the files of all batches may take together that are not in the collection yet. */
  readonly batchBytesMax: number;
}

/** Settings that cannot be used: the message lists every bad one, a line each, with its value and what is allowed. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** @throws SettingsError naming every bad setting at once. An empty value counts as absent. */
export function readSettings(environmentVariables: Readonly<Record<string, string | undefined>>): Settings {
  const { env, problems } = withSecretFiles(environmentVariables);
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  const bad = [...problems, ...(parsed.success ? [] : describeIssues(parsed.error.issues, given))];
  if (!parsed.success || bad.length > 0) throw new SettingsError(describeBad(bad));
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.GAFU_DATA_DIR),
    modelsDir: path.resolve(value.GAFU_MODELS_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    elasticsearchUrl: value.ELASTICSEARCH_URL ?? null,
    elasticsearchApiKey: value.ELASTICSEARCH_API_KEY ?? null,
    elasticsearchCaFile:
      value.ELASTICSEARCH_CA_FILE === undefined ? null : path.resolve(value.ELASTICSEARCH_CA_FILE),
    elasticsearchIndex: value.ELASTICSEARCH_INDEX,
    elasticsearchShards: value.ELASTICSEARCH_SHARDS,
    elasticsearchReplicas: value.ELASTICSEARCH_REPLICAS,
    elasticsearchVectors: value.ELASTICSEARCH_VECTORS,
    s3: s3Settings(value),
    vgg19Weights: value.VGG19_WEIGHTS === undefined ? null : path.resolve(value.VGG19_WEIGHTS),
    vgg19Url: value.VGG19_URL ?? null,
    adminPassword: value.ADMIN_PASSWORD ?? null,
    sessionSecret: value.SESSION_SECRET ?? null,
    recipe: value.GAFU_RECIPE,
    backend: value.GAFU_BACKEND,
    poolSize: value.GAFU_POOL_SIZE,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: parseTrustedProxies(value.TRUSTED_PROXIES),
    rateLimitScale: value.RATE_LIMIT_SCALE,
    metricsToken: value.METRICS_TOKEN ?? null,
    metricsPort: value.METRICS_PORT ?? null,
    logLevel: value.LOG_LEVEL,
    fetchesStarter: value.GAFU_STARTER === 'true',
    contact: value.GAFU_CONTACT ?? null,
    fetchAllowedHosts: new Set(allowedHostsIn(value.FETCH_ALLOWED_HOSTS)),
    visitorsFetchAllowedHosts: new Set(allowedHostsIn(value.VISITORS_FETCH_ALLOWED_HOSTS)),
    uploadBytesMax: value.UPLOAD_BYTES_MAX,
    pixelsMax: value.PIXELS_MAX,
    keptPagesBytesMax: value.PAGE_CACHE_BYTES_MAX,
    tileCacheBytesMax: value.TILE_CACHE_BYTES_MAX,
    queryDays: value.QUERY_DAYS,
    queryBytesMax: value.QUERY_BYTES_MAX,
    batchDays: value.BATCH_DAYS,
    batchBytesMax: value.BATCH_BYTES_MAX,
  };
}

/** The addresses of a setting that may hold several. */
export function addressesIn(setting: string): string[] {
  return setting.split(',').map((part) => part.trim());
}

function allowedHostsIn(setting: string): string[] {
  return setting
    .toLowerCase()
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
}

/** Storages other than Amazon's rarely have a host name for each bucket. */
function s3Settings(value: z.infer<typeof environment>): S3Settings | null {
  if (value.S3_BUCKET === undefined) return null;
  const endpoint = value.S3_ENDPOINT ?? null;
  const asked = value.S3_FORCE_PATH_STYLE;
  return {
    bucket: value.S3_BUCKET,
    endpoint,
    region: value.S3_REGION,
    prefix: value.S3_PREFIX,
    forcePathStyle: asked === undefined ? endpoint !== null : asked === 'true',
  };
}

/** This process's settings, read and checked on first use. @throws SettingsError */
export function settings(): Settings {
  return processSingleton('settings', () => readSettings(process.env));
}
