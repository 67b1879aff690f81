package dev.understudy.codec.turbo.natives;

/** The functions of TurboJPEG's C API that its versions 2 and 3 share, as far as they are used; objects by their addresses. */
public interface TurboLibrary {

    /** Memory for native code, not set to anything. */
    NativeMemory allocate(long bytes);

    /** A decoder, 0 when there is none. */
    long newDecoder();

    /** Gives back what a decoder has taken. */
    void destroy(long decoder);

    /**
     * Reads the head of a file.
     *
     * @param results where four ints go: columns, rows, the number of a chroma subsampling, and that of a color model
     * @return 0 unless it fails
     */
    int readHeader(long decoder, long file, long length, long results);

    /**
     * Decodes a file into the planes of its components, by the exact transform and to its first warning.
     *
     * @param planes where the addresses of the planes are
     * @param strides where the lengths of their rows are, as ints
     * @return 0 unless it fails
     */
    int decode(long decoder, long file, long length, long planes, int width, long strides, int height);

    /** Whether what failed last was no more than a warning. */
    boolean hasWarned(long decoder);

    /** What failed last. */
    String message(long decoder);
}
