package dev.understudy.engine.plan;

/**
 * An image that a vector image takes from a request.
 *
 * @param reference as the file has it, decoded
 * @param plan of the request
 */
public record EmbeddedImage(String reference, ImagePlan plan) {

    /** How often the vector images of a plan may name a request, be it the same one. */
    public static final int MOST = 64;
}
