import { Random } from '../kit/random';
import type { Subject } from '../subjects/subject';
import type { Scene } from './scene';
import { Stage } from './stage';

export const LONG_SIDE_PX = 1024;

/** The subject set up at the size of the finished work. The same for every painter who asks for the same shape. */
export function setScene(subject: Subject, aspect = subject.aspect): Scene {
  const width = aspect >= 1 ? LONG_SIDE_PX : Math.round(LONG_SIDE_PX * aspect);
  const height = aspect >= 1 ? Math.round(LONG_SIDE_PX / aspect) : LONG_SIDE_PX;
  const stage = new Stage(width, height);
  subject.set(stage, new Random(subject.id));
  return stage.finish();
}
