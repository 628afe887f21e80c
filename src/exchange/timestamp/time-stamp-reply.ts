import { X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { Certificate, ContentInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { sha256 } from '../../core/hash.ts';
import { ExchangeError } from '../exchange-error.ts';

/** What a time-stamping authority attests: these data existed at that time. */
export type TimeStamp = {
  /** UTC, as the authority's clock had it. */
  readonly time: string;
  /** Common name of its certificate. */
  readonly authority: string;
  /** Its certificate ends then: before that, the stamp should be stamped again. */
  readonly expires: string;
  readonly serial: string;
  readonly nonce: Buffer | null;
  /** Whether its certificate leads to a root that the reader holds; without roots, the signature alone was checked. */
  readonly isRooted: boolean;
};

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const GRANTED = [0, 1];

/**
 * Reads and verifies a reply of RFC 3161 over `data`, offline. `roots` are certificates in PEM that the reader trusts.
 * @throws ExchangeError `bad-time-stamp`
 */
export async function verifyTimeStamp(reply: Uint8Array, data: Uint8Array, roots: string | null): Promise<TimeStamp> {
  const { signed, info } = parseReply(reply);
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA256_OID || !imprintOf(info).equals(sha256(data)))
    throw refuse('it is over other data');
  const outcome = await signed
    .verify({
      signer: 0,
      data: arrayBufferOf(data),
      extendedMode: true,
      checkDate: info.genTime,
      checkChain: roots !== null,
      trustedCerts: roots === null ? [] : certificatesOf(roots),
    })
    .catch((error: unknown) => {
      throw refuse(
        error instanceof Error ? error.message : ((error as { message?: string }).message ?? String(error)),
        error,
      );
    });
  const certificate = outcome.signerCertificate;
  if (outcome.signatureVerified !== true || !certificate) throw refuse('its signature does not verify');
  if (roots !== null && outcome.signerCertificateVerified !== true)
    throw refuse('the authority’s certificate does not lead to a root that you hold');
  const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = (usage?.parsedValue as { keyPurposes?: readonly string[] } | undefined)?.keyPurposes ?? [];
  if (usage?.critical !== true || purposes.length !== 1 || purposes[0] !== TIME_STAMPING)
    throw refuse('its certificate is not one for stamping time');
  const readable = new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
  return {
    time: info.genTime.toISOString(),
    authority: /(?:^|\n)CN=([^\n]+)/.exec(readable.subject)?.[1] ?? readable.subject.replaceAll('\n', ', '),
    expires: new Date(readable.validTo).toISOString(),
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    nonce: info.nonce === undefined ? null : Buffer.from(info.nonce.valueBlock.valueHexView),
    isRooted: roots !== null,
  };
}

/** The hash that a reply is over, before anything is verified: to find what it belongs to. @throws ExchangeError `bad-time-stamp` */
export function stampedHash(reply: Uint8Array): Buffer {
  return imprintOf(parseReply(reply).info);
}

function imprintOf(info: TSTInfo): Buffer {
  return Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
}

function parseReply(reply: Uint8Array): { signed: SignedData; info: TSTInfo } {
  try {
    const response = new TimeStampResp({ schema: berOf(reply) });
    if (!GRANTED.includes(response.status.status))
      throw refuse(`the authority refused it (status ${response.status.status})`);
    if (response.timeStampToken === undefined) throw refuse('it holds no stamp');
    const content = new ContentInfo({ schema: response.timeStampToken.toSchema() });
    const signed = new SignedData({ schema: content.content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== TST_INFO || eContent === undefined) throw refuse('it is no stamp of time');
    return { signed, info: new TSTInfo({ schema: berOf(new Uint8Array(eContent.getValue())) }) };
  } catch (error) {
    throw error instanceof ExchangeError ? error : refuse('it is not as RFC 3161 has it', error);
  }
}

function berOf(bytes: Uint8Array) {
  const { offset, result } = fromBER(arrayBufferOf(bytes));
  if (offset !== bytes.length) throw refuse('it is not as RFC 3161 has it');
  return result;
}

function certificatesOf(pem: string): Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw refuse('no root certificate in PEM was given');
  try {
    return found.map((one) => new Certificate({ schema: berOf(new X509Certificate(one).raw) }));
  } catch (cause) {
    throw refuse('a root certificate cannot be read', cause);
  }
}

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function refuse(why: string, cause?: unknown): ExchangeError {
  return new ExchangeError('bad-time-stamp', `this stamp of time does not hold: ${why}`, { cause });
}
