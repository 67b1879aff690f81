package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.codec.TestCodecs;
import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.warm.MemoryLevels;
import dev.understudy.engine.warm.WarmSources;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Codec;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.Embedded;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.image.Xmp;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sources, a decoder and an encoder that keep everything in memory. A source's bytes are the name of its image. */
final class Fixtures implements SourceAccess, Codec {

    /** The longest side of the format {@code small}. */
    static final int SMALL_SIDE = 50;

    private final Map<String, Pixels> images = new HashMap<>();
    private final Map<String, Orientation> orientations = new HashMap<>();
    /** The images whose files have the colors multiplied by the opacity. */
    final Set<String> multiplied = new HashSet<>();

    private final Map<String, byte[]> profiles = new HashMap<>();
    final List<String> opened = new ArrayList<>();
    final List<DecodeRequest> decoded = new ArrayList<>();
    final List<Pixels> encoded = new ArrayList<>();
    final List<Embedded> embedded = new ArrayList<>();
    final FailedSources failed = new FailedSources(10, Clock.systemUTC());
    final WarmSources warm = MemoryLevels.warm(this, decoders());
    final Map<String, Failure> damage = new HashMap<>();
    final Map<String, List<EmbeddedPath>> paths = new HashMap<>();
    final Map<String, Xmp> xmp = new HashMap<>();
    int closed;
    private int writes;
    boolean reduces;
    int overwrites;

    static SourceKey key(String name) {
        return new SourceKey(SourceKey.Kind.IMAGE, "", name, true);
    }

    SourceKey add(String name, Pixels pixels) {
        images.put(name, pixels);
        return key(name);
    }

    void remove(String name) {
        images.remove(name);
        profiles.remove(name);
    }

    /** A file that is no image, or another one of its name. */
    SourceKey addProfile(String name, byte[] bytes) {
        profiles.put(name, bytes);
        writes++;
        return new SourceKey(SourceKey.Kind.PROFILE, "", name, true);
    }

    SourceKey add(String name, Pixels pixels, Orientation orientation) {
        orientations.put(name, orientation);
        return add(name, pixels);
    }

    /** A renderer with all the memory that it wants. */
    record Unbounded(PlanRenderer renderer) {

        Renderer.Rendered render(ImagePlan plan) throws ServeException {
            try {
                return renderer.render(plan, bytes -> assertTrue(bytes > 0));
            } catch (MemoryUnavailableException e) {
                throw new AssertionError(e);
            }
        }

        Renderer.Measured measure(ImagePlan plan) throws ServeException {
            try {
                return renderer.measure(plan, bytes -> assertTrue(bytes > 0));
            } catch (MemoryUnavailableException e) {
                throw new AssertionError(e);
            }
        }

        SceneGeometry locate(ImagePlan plan) throws ServeException {
            try {
                return renderer.locate(plan, bytes -> assertTrue(bytes > 0));
            } catch (MemoryUnavailableException e) {
                throw new AssertionError(e);
            }
        }

        Renderer.Inspected inspect(ImageFile file) throws ServeException {
            try {
                return renderer.inspect(file, bytes -> assertTrue(bytes > 0));
            } catch (MemoryUnavailableException e) {
                throw new AssertionError(e);
            }
        }
    }

    Unbounded renderer() {
        return renderer(new RenderLimits(16_000_000, 100_000_000, 16_000_000));
    }

    Unbounded renderer(RenderLimits limits) {
        return new Unbounded(new PlanRenderer(
                failed.watching(this), TestCodecs.of(this), limits, failed, warm, IdleProcessors.NONE));
    }

    /** What comes out of a plan, as it goes to the encoder. */
    Pixels render(ImagePlan plan) throws ServeException {
        renderer().render(plan);
        return last();
    }

    /** A pixel as {@code 0xRRGGBB}. */
    static int rgbAt(Pixels pixels, int x, int y) {
        return pixels.plane(0).at(x, y) << 16
                | pixels.plane(1).at(x, y) << 8
                | pixels.plane(2).at(x, y);
    }

    Pixels last() {
        return encoded.get(encoded.size() - 1);
    }

    @Override
    public Stamp stamp(SourceKey key) {
        byte[] profile = profiles.get(key.path());
        return profile == null ? new Stamp(key, 1, 1, "") : new Stamp(key, writes, profile.length, "");
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        if (!images.containsKey(key.path()) && !profiles.containsKey(key.path())) {
            throw new ServeException(new Failure.Missing(key.path(), true));
        }
        opened.add(key.path());
        return new MemorySource(key);
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(new MemoryDecoder());
    }

    @Override
    public List<Encoder> encoders() {
        return List.of(new MemoryEncoder(), new SmallEncoder());
    }

    private final class MemorySource implements Source {
        private final SourceKey key;

        MemorySource(SourceKey key) {
            this.key = key;
        }

        @Override
        public SourceKey key() {
            return key;
        }

        @Override
        public Stamp stamp() {
            return Fixtures.this.stamp(key);
        }

        @Override
        public SeekableByteChannel channel() {
            byte[] head = ("MEM " + key.path()).getBytes(StandardCharsets.UTF_8);
            return new MemoryChannel(profiles.getOrDefault(key.path(), head));
        }

        @Override
        public boolean overwritten() {
            return overwrites-- > 0;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private final class MemoryDecoder implements Decoder {
        @Override
        public String format() {
            return "memory";
        }

        @Override
        public boolean recognizes(ByteBuffer head) {
            return head.remaining() > 4 && head.get(0) == 'M' && head.get(4) != '?';
        }

        @Override
        public ImageInfo inspect(Source source, Tolerance tolerance) {
            String name = source.key().path();
            Pixels pixels = images.get(name);
            return new ImageInfo(
                    "memory",
                    pixels.width(),
                    pixels.height(),
                    orientations.getOrDefault(name, Orientation.NORMAL),
                    pixels.samples(),
                    8,
                    pixels.alpha() != null,
                    pixels.profile() != null,
                    0,
                    1,
                    false,
                    multiplied.contains(name));
        }

        @Override
        public @Nullable DecodedPart part(Source source, ImageInfo info, DecodeRequest request) {
            Region whole = new Region(0, 0, info.width(), info.height());
            Region wanted = request.region() == null ? whole : request.region();
            int reduction = Integer.highestOneBit(request.maxReduction());
            return reduces
                    ? new DecodedPart(
                            aligned(wanted, 16).intersect(whole), reduction, new DecodeRequest(null, reduction))
                    : null;
        }

        @Override
        public List<EmbeddedPath> paths(Source source) {
            return paths.getOrDefault(source.key().path(), List.of());
        }

        @Override
        public Xmp xmp(Source source) {
            return xmp.get(source.key().path());
        }

        @Override
        public Decoded decode(Source source, DecodeRequest request) throws ServeException {
            decoded.add(request);
            Failure failure = damage.get(source.key().path());
            if (failure != null) {
                throw new ServeException(failure);
            }
            Pixels pixels = images.get(source.key().path());
            Region whole = new Region(0, 0, pixels.width(), pixels.height());
            if (!reduces) {
                return new Decoded(inspect(source, Tolerance.STRICT), pixels, whole, 1);
            }
            Region wanted = request.region() == null ? whole : request.region();
            Region region = aligned(wanted, 16).intersect(whole);
            int reduction = Integer.highestOneBit(request.maxReduction());
            return new Decoded(
                    inspect(source, Tolerance.STRICT), reduced(pixels, region, reduction), region, reduction);
        }
    }

    private record MemoryEncoderState(EncodeOptions options) {}

    private final class MemoryEncoder implements Encoder {
        private static final OutputFormat PNG = OutputFormat.of("png", "image/png");

        @Override
        public List<OutputFormat> formats() {
            return List.of(
                    OutputFormat.of("jpeg", "image/jpeg").withCompressions(Compression.lossyChroma("none")),
                    PNG,
                    PNG.withAlpha("png-alpha"));
        }

        @Override
        public byte[] encode(Pixels pixels, EncodeOptions options) {
            encoded.add(pixels);
            embedded.add(options.embedded());
            return new MemoryEncoderState(options).toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Writes images of {@link #SMALL_SIDE} at most. */
    private static final class SmallEncoder implements Encoder {

        @Override
        public List<OutputFormat> formats() {
            return List.of(OutputFormat.of("small", "image/x-small"));
        }

        @Override
        public boolean holds(PixelSize size) {
            return size.width() <= SMALL_SIDE;
        }

        @Override
        public byte[] encode(Pixels pixels, EncodeOptions options) {
            return new byte[1];
        }
    }

    /** The cells of a grid that a region touches. */
    private static Region aligned(Region region, int grid) {
        int left = Math.floorDiv(region.x(), grid) * grid;
        int top = Math.floorDiv(region.y(), grid) * grid;
        int right = -Math.floorDiv(-region.x() - region.width(), grid) * grid;
        int bottom = -Math.floorDiv(-region.y() - region.height(), grid) * grid;
        return new Region(left, top, right - left, bottom - top);
    }

    /** Means of blocks, of every plane at its own resolution. */
    private static Pixels reduced(Pixels pixels, Region region, int reduction) {
        List<Plane> planes = pixels.planes().stream()
                .map(plane -> reduced(plane, region, reduction, (pixels.width() + plane.width() - 1) / plane.width()))
                .toList();
        Plane alpha = pixels.alpha() == null ? null : reduced(pixels.alpha(), region, reduction, 1);
        return new Pixels(pixels.samples(), planes, alpha, pixels.profile());
    }

    private static Plane reduced(Plane plane, Region region, int reduction, int chroma) {
        int left = region.x() / chroma;
        int top = region.y() / chroma;
        int right = Math.min(plane.width(), (region.x() + region.width() + chroma - 1) / chroma);
        int bottom = Math.min(plane.height(), (region.y() + region.height() + chroma - 1) / chroma);
        int width = (right - left + reduction - 1) / reduction;
        int height = (bottom - top + reduction - 1) / reduction;
        byte[] out = new byte[width * height];
        for (int i = 0; i < out.length; i++) {
            int x0 = left + i % width * reduction;
            int y0 = top + i / width * reduction;
            int x1 = Math.min(right, x0 + reduction);
            int y1 = Math.min(bottom, y0 + reduction);
            double sum = 0;
            for (int y = y0; y < y1; y++) {
                for (int x = x0; x < x1; x++) {
                    sum += plane.at(x, y);
                }
            }
            out[i] = (byte) Math.round(sum / ((x1 - x0) * (y1 - y0)));
        }
        return new Plane(width, height, out);
    }

    /** What an image is made of: a value of a column and a row. */
    interface Pattern {
        int at(int x, int y);
    }

    static Plane plane(int width, int height, Pattern pattern) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) pattern.at(i % width, i / width);
        }
        return new Plane(width, height, samples);
    }

    static Pixels rgb(int width, int height, Pattern red, Pattern green, Pattern blue) {
        return pixels(
                Samples.RGB, null, plane(width, height, red), plane(width, height, green), plane(width, height, blue));
    }

    static Pixels solid(int width, int height, int... values) {
        Plane[] planes = IntStream.of(values)
                .mapToObj(value -> plane(width, height, (x, y) -> value))
                .toArray(Plane[]::new);
        Samples samples = values.length == 1 ? Samples.GRAY : values.length == 3 ? Samples.RGB : Samples.CMYK;
        return pixels(samples, null, planes);
    }

    static Pixels pixels(Samples samples, ColorProfile profile, Plane... planes) {
        return new Pixels(samples, List.of(planes), null, profile);
    }
}
