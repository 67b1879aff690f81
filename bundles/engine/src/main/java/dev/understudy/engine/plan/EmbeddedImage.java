package dev.understudy.engine.plan;

/**
 * An image that a vector image takes from a request.
 *
 * @param reference as the file has it, decoded
 * @param plan of the request
 */
public record EmbeddedImage(String reference, ImagePlan plan) {}
