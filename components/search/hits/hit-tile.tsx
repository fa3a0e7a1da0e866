'use client';

import { TileCard, type TileCardProps } from '@/components/works/tile-card';
import { HitActions } from './hit-actions';

/** A hit's tile, with what can be done with it. Inside `Asked`. Client messages: `hit`, `keep`. */
export function HitTile(tile: Omit<TileCardProps, 'actions'>) {
  return <TileCard {...tile} actions={<HitActions id={tile.id} title={tile.title} />} />;
}
