import type { ClaimRow } from '../../../../src/app/workbench/contract/claim.ts';
import { pagePictureAddress } from '../../api/client.ts';

type Sight = NonNullable<ClaimRow['sight']>;

/** Thousandths of the picture shown around the words. */
const AROUND = 30;

/** The words of a claim as they stand on the picture that a program read them off, to be compared before it is accepted. */
export function SightPicture({ row, sight }: { readonly row: ClaimRow; readonly sight: Sight }) {
  return (
    <figure className="sight">
      {sight.box === null ? null : <Excerpt row={row} page={sight.page} box={sight.box} />}
      <figcaption className={sight.needed ? 'reader-unread' : 'muted'}>
        {sight.box === null
          ? 'Whoever made the file laid this text over a scan of the page.'
          : `A program read this off the picture; its least certain word has a confidence of ${sight.confidence} of 100.`}{' '}
        {sight.needed
          ? 'Compare every figure with the page before you accept it: nothing rests on the claim until then.'
          : 'A person has decided on it.'}
      </figcaption>
    </figure>
  );
}

function Excerpt({
  row,
  page,
  box: [left, top, width, height],
}: {
  readonly row: ClaimRow;
  readonly page: number;
  readonly box: NonNullable<Sight['box']>;
}) {
  const from = { x: Math.max(0, left - AROUND), y: Math.max(0, top - AROUND) };
  const size = {
    x: Math.min(1000 - from.x, width + 2 * AROUND),
    y: Math.min(1000 - from.y, height + 2 * AROUND),
  };
  return (
    <a href={pagePictureAddress(row.document, page)} target="_blank" rel="noreferrer" className="sight-frame">
      <img
        src={pagePictureAddress(row.document, page)}
        alt={`Page ${page}, where the words stand`}
        loading="lazy"
        onLoad={({ currentTarget: image }) => {
          const frame = image.parentElement;
          if (frame === null) return;
          frame.style.aspectRatio = `${size.x * image.naturalWidth} / ${size.y * image.naturalHeight}`;
          image.style.width = `${100_000 / size.x}%`;
          image.style.left = `${(-100 * from.x) / size.x}%`;
          image.style.top = `${(-100 * from.y) / size.y}%`;
        }}
      />
    </a>
  );
}
