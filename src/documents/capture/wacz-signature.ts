import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Check } from '../text/text-layer.ts';

/** `datapackage-digest.json` (WACZ Signing and Verification 0.1.0). */
const digestFile = z.looseObject({
  hash: z.string(),
  signedData: z
    .looseObject({
      hash: z.string(),
      signature: z.string(),
      publicKey: z.string().optional(),
      domain: z.string().optional(),
      domainCert: z.string().optional(),
      created: z.string().optional(),
      software: z.string().optional(),
    })
    .optional(),
});

export type SignedDigest = z.infer<typeof digestFile>;

/** @returns null for a file that is no such digest */
export function signedDigestIn(content: Buffer): SignedDigest | null {
  try {
    return digestFile.parse(JSON.parse(content.toString('utf8')));
  } catch {
    return null;
  }
}

/** What a signature over the digest proves, as a check with its limits in words. */
export function signatureCheck({ hash, signedData }: SignedDigest): Check {
  const what = 'signature of the capture';
  if (signedData === undefined) return { what, outcome: 'not-checked', detail: 'it is not signed' };
  if (signedData.hash !== hash) return { what, outcome: 'fails', detail: 'it signs another digest' };
  try {
    const { key, whose } = keyOf(signedData);
    const signature = Buffer.from(signedData.signature, 'base64');
    // Both forms of a pair of numbers occur.
    const holds = (['ieee-p1363', 'der'] as const).some((dsaEncoding) => {
      try {
        return verify('sha256', Buffer.from(hash), { key, dsaEncoding }, signature);
      } catch {
        return false;
      }
    });
    return { what, outcome: holds ? 'holds' : 'fails', detail: whose };
  } catch {
    return { what, outcome: 'not-checked', detail: 'its key cannot be read' };
  }
}

function keyOf(signed: NonNullable<SignedDigest['signedData']>): { readonly key: KeyObject; readonly whose: string } {
  const when = signed.created === undefined ? '' : `, made ${signed.created} by its own word`;
  if (signed.domainCert !== undefined) {
    const certificate = new X509Certificate(signed.domainCert);
    const domain = signed.domain ?? certificate.subject;
    return {
      key: certificate.publicKey,
      whose: `by a certificate for ${domain}, valid ${certificate.validFrom} to ${certificate.validTo}; who issued it and its time stamp were not checked${when}`,
    };
  }
  return {
    key: createPublicKey({ key: Buffer.from(signed.publicKey ?? '', 'base64'), format: 'der', type: 'spki' }),
    whose: `by a key that nobody vouches for: it proves only that nothing changed since${when}`,
  };
}
