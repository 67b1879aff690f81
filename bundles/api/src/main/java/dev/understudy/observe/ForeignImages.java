package dev.understudy.observe;

import org.osgi.annotation.versioning.ProviderType;

/** The images of foreign servers that are kept. */
@ProviderType
public interface ForeignImages {

    /** What is kept, and what has been fetched. */
    ForeignFigures figures();

    /**
     * What is kept, and what has been fetched.
     *
     * @param images kept images
     * @param bytes what they take
     * @param maxBytes what they may take
     * @param fetching images that are being fetched
     * @param fetched how many have been, since the start
     * @param unchanged how many had not changed when their servers were asked again, since the start
     * @param failed how many could not be had, since the start
     */
    record ForeignFigures(
            int images, long bytes, long maxBytes, int fetching, long fetched, long unchanged, long failed) {}
}
