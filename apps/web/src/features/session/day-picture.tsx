import { useTranslation } from 'react-i18next';

/**
 * Six columns of a day, in units of ten minutes: `t3+2` is a visit of tone t, 30 minutes after opening, 20 minutes
 * long. Shapes only: the page is seen by whoever walks past.
 */
const COLUMNS = [
  't0+2 t2+1 t3+2 a5+1 t6+2 p8+2 c10+2 w12+2 u14+1 k15+2 f17+2 k19+1 b20+2 b22+1 k23+3 o26+4 k30+2',
  'o0+3 t3+1 t4+2 t6+1 t7+2 t9+2 p11+2 t13+2 c15+2 k17+2 f19+2 b21+2 k23+2 f25+1 o26+6',
  't0+2 t2+2 t4+2 t6+2 t8+1 p9+2 u11+1 w12+2 w14+2 k16+2 k18+2 b20+1 k21+2 f23+1 o24+6 b30+2',
  'o0+6 t6+3 t9+3 t12+3 c15+3 k18+3 f21+3 b24+3 o27+9',
  't0+3 t3+3 t6+3 a9+3 t12+3 c15+3 k18+3 b21+3 o24+4 k28+3',
  'o0+6 t6+2 t8+2 t10+2 t12+3 c15+2 w17+2 k19+2 k21+2 f23+2 b25+2 o27+6',
];
const TONES: Readonly<Record<string, string>> = {
  t: 'termine',
  a: 'absent',
  p: 'encaisser',
  c: 'consult',
  w: 'arrive',
  u: 'urgence',
  k: 'confirme',
  b: 'prevu',
};
const UNIT = 13.5;
const PITCH = 81;
const WIDTH = 75;

function Block({ code, x }: { code: string; x: number }) {
  const tone = code.charAt(0);
  const [start = 0, length = 0] = code.slice(1).split('+').map(Number);
  const y = start * UNIT;
  const height = length * UNIT - 2;
  if (tone === 'o') return <rect x={x} y={y} width={WIDTH} height={height} fill="var(--sunken)" />;
  if (tone === 'f') return <rect className="free-box" x={x + 0.5} y={y + 0.5} width={WIDTH - 1} height={height - 1} />;
  const name = 28 + ((start * 9.5 + x / 9) % 30);
  return (
    <g>
      <rect x={x} y={y} width={WIDTH} height={height} fill={`var(--st-${TONES[tone]}-bg)`} />
      <rect x={x} y={y} width={3} height={height} fill={`var(--st-${TONES[tone]}-bar)`} />
      <rect
        x={x + 10}
        y={y + height / 2 - 2}
        width={name}
        height={4}
        rx={2}
        fill={`var(--st-${TONES[tone]}-fg)`}
        opacity={0.32}
      />
    </g>
  );
}

/** What the product is, in one look, before anybody signs in. */
export function DayPicture() {
  const { t } = useTranslation('session');
  return (
    <svg viewBox="-12 0 504 440" className="art" role="img" aria-label={t('signIn.picture')}>
      <defs>
        <linearGradient id="picture-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--canvas)" stopOpacity="0" />
          <stop offset=".85" stopColor="var(--canvas)" />
        </linearGradient>
      </defs>
      {COLUMNS.map((column, index) => (
        <g key={column}>
          {column.split(' ').map((code) => (
            <Block key={code} code={code} x={index * PITCH} />
          ))}
        </g>
      ))}
      <rect width="480" y="300" height="140" fill="url(#picture-fade)" />
      <rect x="-8" y="186" width="496" height="2" fill="var(--ink)" />
      <circle cx="-8" cy="187" r="4" fill="var(--ink)" />
    </svg>
  );
}
