import { useTranslations } from 'next-intl';

const ink = 'fill-ink';

/** A search as a drawing: picture → network → two vectors → two rows of works, side by side or below each other. */
export function SearchFigure() {
  const t = useTranslations('about.figure');
  return (
    <figure className="font-sans text-[15px]">
      <svg viewBox="0 30 960 365" role="img" aria-label={t('label')} className="h-auto w-full max-md:hidden">
        <PictureBox />
        <Maps />
        <Gram />
        <FlatMap />
        <Row y={96} label={t('style')} />
        <Row y={284} label={t('content')} />
        <Arrows
          id="tip-wide"
          paths={[
            'M152 210H206',
            'M392 182C430 160 436 132 478 128',
            'M392 238C430 260 436 300 478 306',
            'M606 128H676',
            'M606 312H676',
          ]}
        />
      </svg>
      <svg viewBox="0 0 360 584" role="img" aria-label={t('label')} className="h-auto w-full md:hidden">
        <g transform="translate(-19 -140)">
          <PictureBox />
        </g>
        <g transform="translate(-26 -140)">
          <Maps />
        </g>
        <g transform="translate(-492 210)">
          <Gram />
        </g>
        <g transform="translate(-296 20)">
          <FlatMap />
        </g>
        <g transform="translate(-690 0)">
          <Row y={490} label={t('style')} count={2} />
        </g>
        <g transform="translate(-494 0)">
          <Row y={490} label={t('content')} count={2} />
        </g>
        <Arrows
          id="tip-tall"
          paths={[
            'M132 70H184',
            'M262 198C262 228 60 208 54 242',
            'M276 198C276 214 250 222 250 242',
            'M54 416V444',
            'M250 416V444',
          ]}
        />
      </svg>
    </figure>
  );
}

function Arrows({ id, paths }: { id: string; paths: readonly string[] }) {
  return (
    <>
      <defs>
        <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0L8 4L0 8z" className="fill-edge" />
        </marker>
      </defs>
      <g className="fill-none stroke-edge" strokeWidth="1.5">
        {paths.map((path) => (
          <path key={path} d={path} markerEnd={`url(#${id})`} />
        ))}
      </g>
    </>
  );
}

function Label({ x, y, children, quiet }: { x: number; y: number; children: string; quiet?: boolean }) {
  return (
    <text x={x} y={y} className={quiet ? 'fill-quiet text-[13px]' : ink}>
      {children}
    </text>
  );
}

function PictureBox() {
  const t = useTranslations('about.figure');
  return (
    <g>
      <rect x="20" y="160" width="122" height="98" className="fill-plinth stroke-ink" strokeWidth="1.5" />
      <path d="M20 232C48 206 62 214 84 226S122 214 142 204V258H20Z" className="fill-quiet" opacity="0.55" />
      <circle cx="108" cy="186" r="11" className="fill-seal" />
      <Label x={20} y={286}>
        {t('picture')}
      </Label>
      <Label x={20} y={305} quiet>
        {t('pixels')}
      </Label>
    </g>
  );
}

function Maps() {
  const t = useTranslations('about.figure');
  const blocks = [
    { x: 218, size: 116, count: 2 },
    { x: 272, size: 84, count: 2 },
    { x: 326, size: 58, count: 4 },
  ];
  return (
    <g>
      {blocks.flatMap(({ x, size, count }) =>
        Array.from({ length: count }, (_, i) => (
          <rect
            key={`${x}-${i}`}
            x={x + i * 9}
            y={210 - size / 2}
            width="26"
            height={size}
            className="fill-wall stroke-ink"
            strokeWidth="1.5"
          />
        )),
      )}
      <Label x={218} y={305}>
        {t('network')}
      </Label>
      <Label x={218} y={324} quiet>
        {t('trained')}
      </Label>
    </g>
  );
}

function Gram() {
  const t = useTranslations('about.figure');
  const side = [0, 1, 2, 3, 4, 5];
  return (
    <g>
      {side.flatMap((row) =>
        side.map((column) => (
          <rect
            key={`${row}-${column}`}
            x={492 + column * 17}
            y={72 + row * 17}
            width="14"
            height="14"
            className={column >= row ? 'fill-seal' : 'fill-plinth'}
            opacity={column >= row ? 0.35 + 0.65 * (((row * 5 + column * 3) % 7) / 7) : 1}
          />
        )),
      )}
      <Label x={492} y={52}>
        {t('styleVector')}
      </Label>
      <Label x={492} y={194} quiet>
        {t('styleFrom')}
      </Label>
    </g>
  );
}

function FlatMap() {
  const t = useTranslations('about.figure');
  const side = [0, 1, 2, 3, 4, 5];
  return (
    <g>
      {side.flatMap((row) =>
        side.map((column) => (
          <rect
            key={`${row}-${column}`}
            x={492 + column * 17}
            y={262 + row * 17}
            width="14"
            height="14"
            className={ink}
            opacity={0.1 + 0.8 * Math.exp(-((row - 3) ** 2 + (column - 2) ** 2) / 5)}
          />
        )),
      )}
      <Label x={492} y={242}>
        {t('contentVector')}
      </Label>
      <Label x={492} y={384} quiet>
        {t('contentFrom')}
      </Label>
    </g>
  );
}

function Row({ y, label, count = 4 }: { y: number; label: string; count?: number }) {
  const t = useTranslations('about.figure');
  const widths = [56, 78, 48, 66].slice(0, count);
  const starts = widths.map((_, i) => 690 + widths.slice(0, i).reduce((sum, width) => sum + width + 8, 0));
  return (
    <g>
      {widths.map((width, i) => (
        <rect
          key={width}
          x={starts[i]}
          y={y}
          width={Math.min(width, 950 - (starts[i] ?? 0))}
          height="58"
          className="fill-plinth stroke-ink"
          strokeWidth="1.5"
          opacity={1 - i * 0.2}
        />
      ))}
      <Label x={690} y={y - 20}>
        {label}
      </Label>
      <Label x={690} y={y + 82} quiet>
        {t('nearest')}
      </Label>
    </g>
  );
}
