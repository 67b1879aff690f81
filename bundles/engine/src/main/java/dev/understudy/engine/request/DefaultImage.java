package dev.understudy.engine.request;

/**
 * The object that stands in for missing images.
 *
 * @param object as it is named
 * @param configured whether {@code attribute::DefaultImage} names it, instead of {@code defaultImage=}
 */
public record DefaultImage(String object, boolean configured) {}
