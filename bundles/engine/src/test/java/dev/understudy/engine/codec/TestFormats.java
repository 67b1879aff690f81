package dev.understudy.engine.codec;

import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.List;

/** Formats of every kind, which nobody writes. */
public final class TestFormats {

    private static final OutputFormat PNG = OutputFormat.of("png", "image/png");
    private static final OutputFormat GIF = OutputFormat.of("gif", "image/gif").withOptions(FormatOption.PALETTE);
    private static final OutputFormat TIF = OutputFormat.of("tif", "image/tiff")
            .withAlias("tiff")
            .withCompressions(Compression.NONE, Compression.lossless("lzw"), Compression.lossyChroma("jpeg"));
    private static final OutputFormat WEBP = OutputFormat.of("webp", "image/webp")
            .withCompressions(Compression.lossy("lossy"), Compression.lossless("lossless"));

    private static final OutputFormat AVIF = OutputFormat.of("avif", "image/avif")
            .withSamples(Samples.RGB)
            .withCompressions(Compression.lossyChroma("lossy"));

    public static final OutputFormats WITHOUT_WEBP = OutputFormats.NONE.and(List.of(new Unwritten(List.of(
            OutputFormat.of("jpeg", "image/jpeg")
                    .withAlias("jpg")
                    .withCompressions(Compression.lossyChroma("none"))
                    .withOptions(FormatOption.PROFILE, FormatOption.XMP, FormatOption.PATHS, FormatOption.SIZE),
            OutputFormat.of("pjpeg", "image/jpeg")
                    .withAlias("pjpg")
                    .withCompressions(Compression.lossyChroma("none"))
                    .withOptions(FormatOption.SCANS),
            PNG,
            PNG.withAlpha("png-alpha"),
            GIF,
            GIF.withAlpha("gif-alpha"),
            TIF,
            TIF.withAlpha("tif-alpha")
                    .withAlias("tiff-alpha")
                    .withCompressions(Compression.NONE, Compression.lossless("lzw"))))));

    public static final OutputFormats ALL = WITHOUT_WEBP.and(List.of(new Unwritten(List.of(
            WEBP,
            WEBP.withAlpha("webp-alpha").withAlias("web-alpha"),
            OutputFormat.of("colorful", "image/x-colorful").withSamples(Samples.RGB)))));

    public static final OutputFormats WITH_AVIF = ALL.and(List.of(new Unwritten(List.of(AVIF))));

    private TestFormats() {}

    private record Unwritten(List<OutputFormat> formats) implements Encoder {

        @Override
        public byte[] encode(Pixels pixels, EncodeOptions options) {
            throw new AssertionError("nothing is written here");
        }
    }
}
