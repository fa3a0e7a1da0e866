import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An authority made for one test, and a server's certificate that it has signed for 127.0.0.1 and localhost. */
export interface TestCertificates {
  /** The authority's certificate, PEM. */
  readonly caFile: string;
  readonly cert: string;
  readonly key: string;
  remove(): Promise<void>;
}

/** Made by openssl as an operator would, valid for a day. */
export async function makeCertificates(): Promise<TestCertificates> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-certificates-'));
  const file = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) => run('openssl', args);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = ['-x509', '-subj', '/CN=Gafu tests', '-days', '1'];
  await openssl('req', ...newKey, ...authority, '-keyout', file('ca.key'), '-out', file('ca.crt'));
  await openssl('req', ...newKey, '-subj', '/CN=localhost', '-keyout', file('key'), '-out', file('csr'));
  await writeFile(file('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const signing = ['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '1'];
  await openssl(
    'x509',
    '-req',
    '-in',
    file('csr'),
    ...signing,
    '-extfile',
    file('names'),
    '-out',
    file('crt'),
  );
  return {
    caFile: file('ca.crt'),
    cert: await readFile(file('crt'), 'utf8'),
    key: await readFile(file('key'), 'utf8'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
