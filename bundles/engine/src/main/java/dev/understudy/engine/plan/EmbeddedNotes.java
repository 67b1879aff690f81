package dev.understudy.engine.plan;

/**
 * What the reply carries of the notes in the image of layer 0.
 *
 * <p>Source: the reference's pages on xmpEmbed and pathEmbed.
 *
 * @param xmp its XMP, {@code xmpEmbed=}
 * @param paths its paths, {@code pathEmbed=}
 */
public record EmbeddedNotes(boolean xmp, boolean paths) {

    /** None of them. */
    public static final EmbeddedNotes NONE = new EmbeddedNotes(false, false);
}
