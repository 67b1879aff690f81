/**
 * Catalogs of images: the attribute and record tables, and the immutable snapshot that requests are served from.
 *
 * <p>Whoever provides catalogs has to know each attribute and record field, and follows this package closely: {@code CatalogService},
 * {@code Catalogs}, {@code Catalog} and {@code CatalogRecord} are {@code @ProviderType}, and may get a method with a minor version. A
 * {@code Syntax} comes with each table of values, the engine's commands among them, and is {@code @ConsumerType}.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
