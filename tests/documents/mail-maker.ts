/** A mail of several parts (RFC 2046) as a program would write it. */
export function makeMail(
  header: Readonly<Record<string, string>>,
  body: string,
  attachments: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[] = [],
): Buffer {
  const lines = Object.entries({ ...header, 'MIME-Version': '1.0' }).map(([name, value]) => `${name}: ${value}`);
  const mark = 'part-of-a-mail';
  const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', body];
  if (attachments.length === 0) return Buffer.from([...lines, ...text].join('\r\n'));
  const parts = attachments.flatMap(({ name, type, content }) => [
    `--${mark}`,
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    ...(type === 'message/rfc822'
      ? ['', content.toString('latin1')]
      : ['Content-Transfer-Encoding: base64', '', content.toString('base64').replace(/(.{76})/g, '$1\r\n')]),
  ]);
  return Buffer.from(
    [
      ...lines,
      `Content-Type: multipart/mixed; boundary="${mark}"`,
      '',
      `--${mark}`,
      ...text,
      ...parts,
      `--${mark}--`,
      '',
    ].join('\r\n'),
    'utf8',
  );
}
