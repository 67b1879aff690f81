package dev.understudy.codec.turbo.natives;

/** Numbers of TurboJPEG's C API. */
final class DecodeFlags {

    /** The slow integer transform, which is ours; to the first warning; no more scans than make sense. */
    static final int EXACT = 4096 | 8192 | 32768;

    /** The kind of error that a file can be decoded in spite of. */
    static final int WARNING = 0;

    private DecodeFlags() {}
}
