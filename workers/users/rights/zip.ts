import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One file of an archive. Text is packed; a stream (a PDF, packed already) is stored as it comes. */
export interface Entry {
  path: string;
  body: string | ReadableStream<Uint8Array>;
}

/** Size of every part but the last: R2 wants them equal, and at least 5 MiB. */
const PART = 6 * 1024 * 1024;

/**
 * Writes a ZIP into R2 while its entries come, a part at a time: memory holds one part and one piece of an entry,
 * whatever the size of the whole. Returns its size in bytes. On failure nothing is kept.
 */
export async function writeZip(
  bucket: R2Bucket,
  key: string,
  entries: AsyncIterable<Entry>,
  at: number,
): Promise<number> {
  const sink = sinkOf(bucket, key);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    sink.take(chunk);
  });
  try {
    for await (const { path, body } of entries) {
      const text = typeof body === 'string';
      const file = text ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
      file.mtime = at;
      zip.add(file);
      if (text) file.push(new TextEncoder().encode(body), true);
      else {
        for await (const piece of body) {
          file.push(piece);
          await sink.flush();
        }
        file.push(new Uint8Array(0), true);
      }
      await sink.flush();
    }
    zip.end();
    return await sink.finish();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

function sinkOf(bucket: R2Bucket, key: string) {
  const options = { httpMetadata: { contentType: 'application/zip' } };
  const parts: R2UploadedPart[] = [];
  let upload: R2MultipartUpload | undefined;
  let waiting: Uint8Array[] = [];
  let size = 0;
  let total = 0;

  const cut = (length: number): Uint8Array => {
    const all = new Uint8Array(size);
    let place = 0;
    for (const chunk of waiting) {
      all.set(chunk, place);
      place += chunk.length;
    }
    waiting = length < size ? [all.slice(length)] : [];
    size -= length;
    return all.subarray(0, length);
  };
  return {
    take(chunk: Uint8Array): void {
      waiting.push(chunk);
      size += chunk.length;
      total += chunk.length;
    },
    async flush(): Promise<void> {
      while (size >= PART) {
        upload ??= await bucket.createMultipartUpload(key, options);
        parts.push(await upload.uploadPart(parts.length + 1, cut(PART)));
      }
    },
    async finish(): Promise<number> {
      await this.flush();
      if (!upload) await bucket.put(key, cut(size), options);
      else {
        if (size > 0) parts.push(await upload.uploadPart(parts.length + 1, cut(size)));
        await upload.complete(parts);
      }
      return total;
    },
    async abort(): Promise<void> {
      await upload?.abort().catch(() => undefined);
    },
  };
}
