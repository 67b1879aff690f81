package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.SequenceHeader;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.codec.avif.box.AvifFile;
import dev.understudy.codec.avif.box.AvifParser;
import dev.understudy.codec.avif.box.Brands;
import dev.understudy.codec.avif.box.CodedImage;
import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads AVIF of all depths and kinds of chroma, with opacity, and grids; of a sequence the image that stands for it. */
public final class AvifDecoder extends GuardedDecoder {

    /** Native code takes up to 20 bytes a pixel of 8 bits a sample. */
    private static final int BYTES_A_PIXEL = 26;

    private static final int BYTES_A_DEEP_PIXEL = 44;

    private final Av1 av1;

    AvifDecoder(Av1 av1) {
        super("avif");
        this.av1 = av1;
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        return Brands.areOfAvif(head);
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        AvifFile file = AvifParser.parse(input);
        return info(file, ColorReading.of(file));
    }

    private static ImageInfo info(AvifFile file, ColorReading reading) {
        CodedImage color = file.color();
        return new ImageInfo(
                "avif",
                color.width(),
                color.height(),
                file.orientation(),
                reading.samples(),
                color.header().bits(),
                file.alpha() != null,
                file.profile() != null,
                0,
                1,
                false,
                file.multiplied());
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return info.area() * (info.bitsPerSample() > Byte.SIZE ? BYTES_A_DEEP_PIXEL : BYTES_A_PIXEL);
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        AvifFile file = AvifParser.parse(input);
        ColorReading reading = ColorReading.of(file);
        List<Plane> planes = decode(input, file.color(), file.codes());
        CodedImage opacity = file.alpha();
        Plane alpha = opacity == null
                ? null
                : decode(input, opacity, opacity.header().color()).get(0);
        return decoded(info(file, reading), reading.pixels(file, planes, alpha), request);
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(AvifParser.parse(input).profile());
    }

    /** The part that is wanted, or all of an image that has less chroma. */
    private static Decoded decoded(ImageInfo info, Pixels whole, DecodeRequest request) {
        return whole.subsampled()
                ? new Decoded(info, whole, new Region(0, 0, info.width(), info.height()), 1)
                : part(info, whole, request);
    }

    private List<Plane> decode(Input input, CodedImage image, ColorCodes codes) throws IOException, ServeException {
        SampleScale scale = SampleScale.of(image.header(), codes);
        if (isOneTile(image)) {
            return decode(input, image.tiles().get(0), scale);
        }
        TileCanvas canvas = new TileCanvas(image);
        for (int i = 0; i < image.tiles().size(); i++) {
            canvas.put(i, decode(input, image.tiles().get(i), scale));
        }
        return canvas.planes();
    }

    private static boolean isOneTile(CodedImage image) {
        SequenceHeader header = image.header();
        return header.width() == image.width() && header.height() == image.height();
    }

    private List<Plane> decode(Input input, CodedImage.Tile tile, SampleScale scale)
            throws IOException, ServeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ServeException(new Failure.Unavailable(
                    FailureKind.SERVER_OVERLOADED, "Decoding an avif image was given up", null));
        }
        TemporalUnit unit;
        try (Input data = input.of(tile.data())) {
            unit = TemporalUnit.parse(data.bytes(0, data.length()));
        }
        if (!unit.header().isLike(tile.header())) {
            throw new DamagedException("its AV1 headers contradict each other");
        }
        return av1.decode(unit, scale);
    }

    /** The coded data of an image cut short holds no image. */
    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return readInfo(input);
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        return readPixels(input, request);
    }
}
