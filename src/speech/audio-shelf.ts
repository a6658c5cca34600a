const ROOM_BYTES = 32 * 1024;

/**
 * Where audio waits until it is due: side by side in memory that is used again. Each as a buffer of its own, seconds of every call's audio
 * would outlive the young generation and lie about until the next full collection.
 */
export class AudioShelf {
  #room: Buffer | null = null;
  #end = 0;

  /** A copy that holds until `clear`. */
  put(audio: Buffer): Buffer {
    const room = this.#roomFor(audio.length);
    const from = this.#end;
    this.#end += audio.copy(room, from);
    return room.subarray(from, this.#end);
  }

  /** Nothing of what was put here is needed any more. */
  clear(): void {
    this.#end = 0;
  }

  /** What lies in a room that is full keeps it alive until it is sent. */
  #roomFor(bytes: number): Buffer {
    if (this.#room !== null && this.#end + bytes <= this.#room.length) return this.#room;
    this.#room = Buffer.allocUnsafeSlow(Math.max(ROOM_BYTES, bytes));
    this.#end = 0;
    return this.#room;
  }
}
