/** One bar from 0 to 1. */
export interface Bar {
  readonly label: string;
  /** A share, 0 … 1. */
  readonly value: number;
  /** The ends of the interval that the value is known to, if it was measured. */
  readonly low?: number;
  readonly high?: number;
  /** The one that the chart is about. */
  readonly emphasised?: boolean;
}

/** An SVG element of a bar chart. Whoever draws it colours it by `part`, and sets the part `value` flush right. */
export interface BarShape {
  readonly element: 'text' | 'rect' | 'line';
  readonly part: 'label' | 'value' | 'track' | 'bar' | 'interval';
  readonly emphasised: boolean;
  readonly attributes: Readonly<Record<string, number | string>>;
  readonly text?: string;
}

const rowHeight = 44;

export function barsHeight(bars: readonly Bar[]): number {
  return bars.length * rowHeight;
}

/**
 * Bars under each other, each under its label and value. Horizontal positions are percentages of the drawing's width
 * and vertical ones are pixels, so that words keep their size at any width.
 */
export function barShapes(bars: readonly Bar[], format: (value: number) => string): readonly BarShape[] {
  return bars.flatMap((bar, index) => {
    const { label, value, low, high, emphasised = false } = bar;
    const y = index * rowHeight;
    const words = { element: 'text', emphasised } as const;
    const thick = { element: 'rect', emphasised } as const;
    const shapes: BarShape[] = [
      { ...words, part: 'label', attributes: { x: 0, y: y + 14 }, text: label },
      { ...words, part: 'value', attributes: { x: '100%', y: y + 14 }, text: format(value) },
      { ...thick, part: 'track', attributes: { x: 0, y: y + 22, width: '100%', height: 8 } },
      { ...thick, part: 'bar', attributes: { x: 0, y: y + 22, width: across(value), height: 8 } },
    ];
    if (low !== undefined && high !== undefined)
      shapes.push({
        element: 'line',
        part: 'interval',
        emphasised,
        attributes: { x1: across(low), x2: across(high), y1: y + 34, y2: y + 34 },
      });
    return shapes;
  });
}

function across(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}
