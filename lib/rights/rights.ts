/** The label and the address of a rights statement or licence. */
export interface Rights {
  readonly label: string | null;
  readonly url: string | null;
}

/** A statement or licence that has an address. */
export interface KnownRights {
  readonly label: string;
  readonly url: string;
}

const publicDomain = 'https://creativecommons.org/publicdomain/';

/** The statements of rightsstatements.org, version 1.0. */
const statements: Readonly<Record<string, string>> = {
  InC: 'In Copyright',
  'InC-OW-EU': 'In Copyright - EU Orphan Work',
  'InC-EDU': 'In Copyright - Educational Use Permitted',
  'InC-NC': 'In Copyright - Non-Commercial Use Permitted',
  'InC-RUU': 'In Copyright - Rights-holder(s) Unlocatable or Unidentifiable',
  'NoC-CR': 'No Copyright - Contractual Restrictions',
  'NoC-NC': 'No Copyright - Non-Commercial Use Only',
  'NoC-OKLR': 'No Copyright - Other Known Legal Restrictions',
  'NoC-US': 'No Copyright - United States',
  CNE: 'Copyright Not Evaluated',
  UND: 'Copyright Undetermined',
  NKC: 'No Known Copyright',
};

/**
 * Reads what a museum or a curator says of rights: a label in one of the usual spellings, or the address of a
 * statement at rightsstatements.org or of a licence at creativecommons.org, of whatever page and language of it.
 * A label that is not known stays as it is, without an address.
 */
export function readRights(given: string | null): Rights {
  if (given === null) return { label: null, url: null };
  const text = given.trim();
  return fromAddress(text) ?? fromLabel(text) ?? { label: text, url: null };
}

const licenceKinds = ['by', 'by-sa', 'by-nc', 'by-nc-sa', 'by-nd', 'by-nc-nd'];

/** What a curator chooses from: public domain, the current Creative Commons licences, the rights statements. */
export const wellKnownRights: readonly KnownRights[] = [
  inPublicDomain('mark'),
  inPublicDomain('zero'),
  ...licenceKinds.map((kind) => licence(kind, '4.0')),
  ...Object.keys(statements).map(statement),
];

/** What may be reused without asking: public domain, CC0, CC BY and CC BY-SA. */
export function isOpen(url: string | null): boolean {
  return url !== null && /^https:\/\/creativecommons\.org\/(publicdomain\/|licenses\/by(-sa)?\/)/.test(url);
}

/** By which linked data names a statement or licence: both registries began their URIs with http, and kept them. */
export function rightsUri(url: string): string {
  return url.replace(/^https:/, 'http:');
}

function fromAddress(text: string): Rights | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname } = new URL(text);
  if (!/^https?:$/.test(protocol)) return null;
  const host = hostname.replace(/^www\./, '');
  if (host === 'rightsstatements.org') {
    const name = /^\/(?:vocab|page|data)\/([A-Za-z-]+)\/1\.0(?:\/|$)/.exec(pathname)?.[1];
    const known = Object.keys(statements).find((one) => one.toLowerCase() === name?.toLowerCase());
    return known === undefined ? null : statement(known);
  }
  if (host !== 'creativecommons.org') return null;
  const domain = /^\/publicdomain\/(zero|mark)\/1\.0(?:\/|$)/i.exec(pathname)?.[1]?.toLowerCase();
  if (domain === 'zero' || domain === 'mark') return inPublicDomain(domain);
  // The page that explains CC0, which some museums name for CC0 itself.
  if (/\/public-domain\/cc0(?:\/|$)/i.test(pathname)) return inPublicDomain('zero');
  const [, kind, version, port] =
    /^\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)(?:\/([a-z]{2}))?(?:\/|$)/i.exec(pathname) ?? [];
  return kind === undefined || version === undefined ? null : licence(kind, version, port);
}

function fromLabel(text: string): Rights | null {
  if (/^(cc[ -]?0|cc[ -]?zero|creative commons zero)\b/i.test(text)) return inPublicDomain('zero');
  if (
    /^(public domain( mark)?( 1\.0)?|pdm|pd|gemeinfrei|domaine public|dominio público|パブリックドメイン)$/i.test(
      text,
    )
  )
    return inPublicDomain('mark');
  const [, kind, version] =
    /^cc[ -](by(?:-nc)?(?:-nd|-sa)?)[ -](\d\.\d)(?: international| unported)?$/i.exec(text) ?? [];
  if (kind !== undefined && version !== undefined) return licence(kind, version);
  const plain = (label: string) => label.toLowerCase().replace(/[^a-z]+/g, ' ');
  const known = Object.entries(statements).find(([, label]) => plain(label) === plain(text))?.[0];
  return known === undefined ? null : statement(known);
}

function statement(name: string): KnownRights {
  return { label: statements[name] ?? name, url: `http://rightsstatements.org/vocab/${name}/1.0/` };
}

function inPublicDomain(kind: 'zero' | 'mark'): KnownRights {
  return {
    label: kind === 'zero' ? 'CC0 1.0' : 'Public Domain Mark 1.0',
    url: `${publicDomain}${kind}/1.0/`,
  };
}

function licence(kind: string, version: string, port?: string): KnownRights {
  const address = `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return {
    label: `CC ${kind.toUpperCase()} ${version}${port === undefined ? '' : ` ${port.toUpperCase()}`}`,
    url: port === undefined ? address : `${address}${port.toLowerCase()}/`,
  };
}
