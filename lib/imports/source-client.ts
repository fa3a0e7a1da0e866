import { type z } from 'zod';
import { type BodyType } from '@/lib/platform/fetch/body-type';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { type WebClient } from '@/lib/platform/fetch/web-client';
import {
  type Validators,
  type WebAnswer,
  type WebBody,
  type WebRequest,
} from '@/lib/platform/fetch/web-request';
import { parseXml, type XmlElement } from './reading/xml';

const mebibyte = 2 ** 20;
const limits: Readonly<Record<BodyType, { readonly bytesMax: number; readonly msMax: number }>> = {
  json: { bytesMax: 32 * mebibyte, msMax: 60_000 },
  xml: { bytesMax: 32 * mebibyte, msMax: 60_000 },
  // A whole museum in one table.
  csv: { bytesMax: 400 * mebibyte, msMax: 20 * 60_000 },
  picture: { bytesMax: 50 * mebibyte, msMax: 2 * 60_000 },
};

export interface Fresh<T> {
  readonly value: T;
  readonly validators: Validators;
}

/** Asks the servers of one source, and reads what they answer. All methods throw FetchProblem. */
export class SourceClient {
  constructor(
    private readonly web: WebClient,
    /** Whose servers they are, for messages. */
    private readonly owner: string,
    private readonly signal?: AbortSignal,
  ) {}

  async json<T>(address: string, schema: z.ZodType<T>): Promise<T> {
    const body = await this.body(address, 'json');
    return this.parseJson(body, address, schema);
  }

  /** @returns null if it has not changed since the answer that `known` is of */
  async jsonIfChanged<T>(
    address: string,
    schema: z.ZodType<T>,
    known: Validators | null,
  ): Promise<Fresh<T> | null> {
    const answer = await this.get(address, 'json', known);
    if (answer.kind === 'unchanged') return null;
    return { value: this.parseJson(answer, address, schema), validators: answer.validators };
  }

  /** @param options.takesErrorBodies see WebRequest */
  async xml(address: string, options: { readonly takesErrorBodies?: boolean } = {}): Promise<XmlElement> {
    const { bytes } = await this.body(address, 'xml', options);
    try {
      return parseXml(bytes.toString('utf8'));
    } catch (error) {
      throw this.otherForm(address, 'XML', error);
    }
  }

  /**
   * A picture, or null if it is the one that `known` is of.
   * @param owner whose server has it, if that is not the source's own
   */
  async picture(address: string, known: Validators | null, owner = this.owner): Promise<WebBody | null> {
    const answer = await this.get(address, 'picture', known, { owner });
    return answer.kind === 'unchanged' ? null : answer;
  }

  async table(address: string, known: Validators | null): Promise<WebBody | null> {
    const answer = await this.get(address, 'csv', known);
    return answer.kind === 'unchanged' ? null : answer;
  }

  private get(
    address: string,
    type: BodyType,
    known: Validators | null,
    options: Pick<WebRequest, 'takesErrorBodies' | 'owner'> = {},
  ): Promise<WebAnswer> {
    const { owner, signal } = this;
    return this.web.get(address, {
      type,
      ...limits[type],
      owner,
      ...options,
      signal,
      known: known ?? undefined,
    });
  }

  private async body(
    address: string,
    type: BodyType,
    options: Pick<WebRequest, 'takesErrorBodies'> = {},
  ): Promise<WebBody> {
    const answer = await this.get(address, type, null, options);
    if (answer.kind === 'unchanged') throw this.otherForm(address, type, new Error('HTTP 304 unasked'));
    return answer;
  }

  private parseJson<T>({ bytes }: WebBody, address: string, schema: z.ZodType<T>): T {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      throw this.otherForm(address, 'JSON', error);
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw this.otherForm(
      address,
      `the JSON that Gafu knows: ${issue?.path.join('.') || 'it'} ${issue?.message ?? ''}`,
      parsed.error,
    );
  }

  private otherForm(address: string, expected: string, cause: unknown): FetchProblem {
    return new FetchProblem(
      'wrong-type',
      `${this.owner} answers ${address} with something that is not ${expected}. If a browser shows what is expected there, the service has changed: please report it.`,
      { cause },
    );
  }
}
