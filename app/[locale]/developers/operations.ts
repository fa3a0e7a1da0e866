import { type oas31 } from 'zod-openapi';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Of the API token; null if none is needed. */
  readonly token: { readonly scopes: readonly string[]; readonly isNeeded: boolean } | null;
  readonly parameters: readonly Field[];
  /** Media types of the body; none for a GET. */
  readonly bodyTypes: readonly string[];
  readonly answers: readonly { status: string; description: string; schema: string | null }[];
}

export interface NamedSchema {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
}

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** The document's operations, flattened to what a reader of a page needs. */
export function operationsOf(document: oas31.OpenAPIObject): readonly Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [describeOperation(method, path, operation)] : [];
    }),
  );
}

/** The document's named schemas, each with its members. */
export function schemasOf(document: oas31.OpenAPIObject): readonly NamedSchema[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    const { description = '', properties = {}, required = [] } = schema as oas31.SchemaObject;
    const fields = Object.entries(properties).map(([field, type]) =>
      describeField(field, type, required.includes(field)),
    );
    return { name, description, fields };
  });
}

/** A schema in a few words: `integer, 1 to 100, default 24`, `list of Hit`, `text or null`. */
export function typeLabel(schema: Schema | undefined): string {
  if (schema === undefined) return 'anything';
  if ('$ref' in schema) return schema.$ref?.split('/').at(-1) ?? '';
  const { type, items, minimum, maximum, default: preset, anyOf, additionalProperties } = schema;
  if (anyOf) return anyOf.map((one) => typeLabel(one)).join(' or ');
  if (schema.enum) return withPreset(schema.enum.map(String).join(' | '), preset);
  if (type === 'array') return `list of ${typeLabel(items)}`;
  if (type === 'object' && typeof additionalProperties === 'object')
    return `${typeLabel(additionalProperties)} by name`;
  const names = [type].flat().map((name) => (name === 'string' ? (schema.format ?? 'text') : name));
  const range = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : '';
  return withPreset(`${names.join(' or ')}${range}`, preset);
}

function withPreset(label: string, preset: unknown): string {
  return preset === undefined ? label : `${label}, default ${String(preset)}`;
}

function describeField(name: string, schema: Schema, required: boolean): Field {
  return { name, type: typeLabel(schema), required, description: schema.description ?? '' };
}

function tokenOf({ security = [] }: oas31.OperationObject): Operation['token'] {
  const scopes = security.flatMap(({ apiToken = [] }) => apiToken);
  const isNeeded = security.every((one) => Object.keys(one).length > 0);
  return scopes.length === 0 ? null : { scopes, isNeeded };
}

function describeOperation(method: string, path: string, operation: oas31.OperationObject): Operation {
  const parameters = (operation.parameters ?? []).flatMap((parameter) =>
    'name' in parameter
      ? [describeField(parameter.name, parameter.schema ?? {}, parameter.required ?? false)]
      : [],
  );
  const body =
    operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
  const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const { description = '', content = {} } = answer as oas31.ResponseObject;
    const schema = Object.values(content)[0]?.schema;
    return { status, description, schema: schema && '$ref' in schema ? typeLabel(schema) : null };
  });
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    token: tokenOf(operation),
    parameters,
    bodyTypes: Object.keys(body),
    answers,
  };
}
