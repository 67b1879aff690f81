package dev.understudy.image;

/** How damage in an image's file is taken; {@code attribute::Tolerance}, ours. */
public enum Tolerance {
    /** Only whole images are decoded; a file that is cut short or damaged is a failure. */
    STRICT,
    /**
     * What can still be read is taken for the image. The rest is mid-gray (every sample 128), and transparent where the
     * image has transparency. A file whose head is unusable, or of which no pixel can be read, is a failure all the same.
     */
    LENIENT
}
