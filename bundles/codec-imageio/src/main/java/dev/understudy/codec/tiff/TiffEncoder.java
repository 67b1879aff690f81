package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.io.FileBuffer;
import dev.understudy.codec.jpeg.encode.JpegWriter;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes TIFF of one strip and 8 bits a sample: gray, RGB, CMYK or, compressed as JPEG, YCbCr; with or without alpha.
 *
 * <p>Source: the reference's page on fmt, where {@code none} is the default compression; TIFF 6.0; its technical note 2 on JPEG.
 */
public final class TiffEncoder extends GuardedEncoder {

    static final Compression LZW = Compression.lossless("lzw");
    static final Compression ZIP = Compression.lossless("zip");
    static final Compression JPEG = Compression.lossyChroma("jpeg");

    private static final OutputFormat TIFF = OutputFormat.of("tif", "image/tiff")
            .withAlias("tiff")
            .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
            .withCompressions(Compression.NONE, LZW, ZIP, JPEG)
            .withOptions(FormatOption.PROFILE, FormatOption.XMP, FormatOption.PATHS);

    private static final OutputFormat TIFF_ALPHA =
            TIFF.withAlpha("tif-alpha").withAlias("tiff-alpha").withCompressions(Compression.NONE, LZW, ZIP);

    private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;
    private static final int HEADER = 8;

    /** The image, and the file in parts and as a whole, for one that compression makes larger. */
    private static final int BYTES_A_PIXEL = 20;
    /** The file in parts and as a whole, around a JPEG that is larger than its samples. */
    private static final int BYTES_A_PIXEL_OF_JPEG = 12;

    private final ChunkCompressor compressor = new ChunkCompressor();

    public TiffEncoder() {
        super("tiff", Integer.MAX_VALUE, TIFF, TIFF_ALPHA);
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return options.compression().equals(JPEG)
                ? JpegWriter.memory(size, false) + size.area() * BYTES_A_PIXEL_OF_JPEG
                : size.area() * BYTES_A_PIXEL;
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException, ServeException {
        Coding coding = ChunkCompressor.coding(options.compression());
        Pixels source = ChunkCompressor.stored(pixels, coding);
        FileBuffer file = new FileBuffer();
        file.write(new byte[HEADER]);
        if (coding == Coding.JPEG) {
            requireSides(source, JpegWriter.MAX_SIDE, "tiff with jpeg");
        }
        compressor.write(source, coding, options, file);
        int length = file.length() - HEADER;
        if ((length & 1) != 0) {
            file.write(0); // directories begin at even places
        }
        int start = file.length();
        DirectoryWriter directory = StripDirectory.of(source, options, coding, HEADER, length);
        file.write(new byte[directory.length()]);
        byte[] bytes = file.toByteArray();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).putInt(BIG_ENDIAN_TIFF).putInt(start);
        directory.writeTo(buffer.position(start));
        return bytes;
    }
}
