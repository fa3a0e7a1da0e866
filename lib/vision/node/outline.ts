import path from 'node:path';
import { OutlineNetwork } from '../outline/outline-network';
import { readModel } from './network-store';

/**
 * The outline network, in the TensorFlow.js backend that is in use. It comes with Gafu, wherever other networks are.
 * @param root of the project
 */
export async function openOutlineNetwork(root: string): Promise<OutlineNetwork> {
  const folder = path.join(/* turbopackIgnore: true */ root, 'models', 'outline');
  return OutlineNetwork.open(await readModel(folder));
}
