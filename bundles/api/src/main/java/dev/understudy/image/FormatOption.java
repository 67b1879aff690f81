package dev.understudy.image;

/**
 * Something beside quality that can be asked of a format. A format says which of these it heeds; the engine leaves the others at
 * their usual values, so that requests for the same bytes are the same request.
 */
public enum FormatOption {
    /** {@code iccEmbed=}: the ICC profile of the image is in the file. */
    PROFILE,
    /** {@code xmpEmbed=}: the XMP of the source is in the file. */
    XMP,
    /** {@code pathEmbed=}: the paths of the source are in the file. */
    PATHS,
    /** {@code quantize=}: the image has a palette of few colors. */
    PALETTE,
    /** {@code jpegSize=}: the quality is lowered until the file is small enough. */
    SIZE,
    /** {@code pscan=}: in how many scans a progressive image becomes clearer. */
    SCANS
}
