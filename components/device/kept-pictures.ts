/** A picture that was read on this device: the browser keeps it under the search's id, and nobody else has it. */
interface KeptPicture {
  readonly picture: Blob;
  /** When the search expires, and the picture with it; milliseconds since 1970. */
  readonly until: number;
}

const store = 'pictures';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('gafu-device', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(String(request.error)));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  use: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = use(database.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  } finally {
    database.close();
  }
}

/** Keeps a search's picture and deletes expired ones. Without storage, the picture is simply not shown later. */
export async function keepPicture(id: string, picture: Blob, days: number): Promise<void> {
  try {
    const now = Date.now();
    const until = now + days * 86_400_000;
    await inStore<IDBValidKey>('readwrite', (objects) => objects.put({ picture, until }, id));
    for (const key of await inStore('readonly', (objects) => objects.getAllKeys())) {
      const kept = await inStore<KeptPicture | undefined>('readonly', (objects) => objects.get(key));
      if (kept && kept.until < now) await inStore('readwrite', (objects) => objects.delete(key));
    }
  } catch {
    // Private windows refuse storage.
  }
}

export async function findPicture(id: string): Promise<Blob | null> {
  try {
    const kept = await inStore<KeptPicture | undefined>('readonly', (objects) => objects.get(id));
    return kept?.picture ?? null;
  } catch {
    return null;
  }
}
