package dev.understudy.iiif.request;

import dev.understudy.image.PixelSize;

/**
 * What has to be known of an image before a part of it can be asked for.
 *
 * @param size of the whole
 * @param transparent whether it has transparency
 * @param template whether it is made by the commands of a record, and no file
 */
public record ImageFacts(PixelSize size, boolean transparent, boolean template) {}
