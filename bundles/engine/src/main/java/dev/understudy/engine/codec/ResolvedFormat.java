package dev.understudy.engine.codec;

import dev.understudy.image.Compression;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What a value of {@code fmt=} comes to with the encoders that are there.
 *
 * @param format the format
 * @param compression one of the format's
 * @param samples the color model that was asked for, one of the format's; null for none
 */
public record ResolvedFormat(
        OutputFormat format,
        Compression compression,
        @Nullable Samples samples) {}
