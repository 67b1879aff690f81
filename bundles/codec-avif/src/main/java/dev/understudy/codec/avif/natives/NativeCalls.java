package dev.understudy.codec.avif.natives;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/** What calls of FFmpeg return. */
final class NativeCalls {

    private NativeCalls() {}

    /** An object that native code has made. */
    static <T extends Pointer> T allocated(T object) {
        if (object == null || object.isNull()) {
            throw new OutOfMemoryError("FFmpeg has no memory");
        }
        return object;
    }

    /**
     * Fails unless a call has succeeded.
     *
     * @param what what it was to do
     */
    static void check(String what, int result) {
        if (result == avutil.AVERROR_ENOMEM()) {
            throw new OutOfMemoryError("FFmpeg has no memory to " + what);
        }
        if (result < 0) {
            throw new IllegalStateException("FFmpeg could not " + what + ": error " + result);
        }
    }
}
