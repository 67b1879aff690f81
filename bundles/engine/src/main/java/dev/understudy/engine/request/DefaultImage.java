package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;

/**
 * The object that stands in for missing images.
 *
 * @param object as it is named
 * @param configured whether {@code attribute::DefaultImage} names it, instead of {@code defaultImage=}
 * @param catalog the main catalog of the request that it belongs to
 */
public record DefaultImage(String object, boolean configured, Catalog catalog) {}
