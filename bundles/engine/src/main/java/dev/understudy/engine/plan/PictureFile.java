package dev.understudy.engine.plan;

import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;

/**
 * The file of a picture, and how damage in it is taken: as the catalog says that the picture belongs to.
 *
 * @param key the file
 * @param tolerance {@code attribute::Tolerance}
 */
public record PictureFile(SourceKey key, Tolerance tolerance) {}
