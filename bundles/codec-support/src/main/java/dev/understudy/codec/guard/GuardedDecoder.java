package dev.understudy.codec.guard;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.PathReader;
import dev.understudy.codec.meta.PhotoshopResources;
import dev.understudy.codec.raster.Crop;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.image.Xmp;
import dev.understudy.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A decoder whose library may throw what it likes. */
public abstract class GuardedDecoder implements Decoder {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedDecoder.class);

    private final String format;

    protected GuardedDecoder(String format) {
        this.format = format;
    }

    @Override
    public final String format() {
        return format;
    }

    @Override
    public final ImageInfo inspect(Source source, Tolerance tolerance) throws ServeException {
        try {
            return readSound(source, this::readInfo);
        } catch (ServeException damage) {
            return salvaged(source, tolerance, damage, this::salvageInfo);
        }
    }

    @Override
    public final Decoded decode(Source source, DecodeRequest request) throws ServeException {
        return decode(source, request, IdleProcessors.NONE);
    }

    @Override
    public final Decoded decode(Source source, DecodeRequest request, IdleProcessors processors) throws ServeException {
        try {
            return readSound(source, input -> readPixels(input, request, processors));
        } catch (ServeException damage) {
            return salvaged(source, request.tolerance(), damage, input -> salvagePixels(input, request))
                    .withDamage(damage.failure().message());
        }
    }

    @Override
    public final List<EmbeddedPath> paths(Source source) throws ServeException {
        return readNotes(source, this::readPaths, List.of());
    }

    private List<EmbeddedPath> readPaths(Input input) throws IOException {
        return PathReader.read(PhotoshopResources.read(readPhotoshopResources(input)), input::forgive);
    }

    @Override
    public final @Nullable Xmp xmp(Source source) throws ServeException {
        return readNotes(source, this::readXmp, Optional.<Xmp>empty()).orElse(null);
    }

    @Override
    public final @Nullable ColorProfile profile(Source source, Tolerance tolerance) throws ServeException {
        try {
            return readSound(source, this::readProfile).orElse(null);
        } catch (ServeException damage) {
            return salvaged(source, tolerance, damage, input -> salvagePixels(input, DecodeRequest.WHOLE))
                    .pixels()
                    .profile();
        }
    }

    @Override
    public final @Nullable DecodedPart part(Source source, ImageInfo info, DecodeRequest request)
            throws ServeException {
        return LibraryBoundary.read(format, source, input -> readPart(input, info, request))
                .orElse(null);
    }

    @Override
    public final byte[] index(Source source) throws ServeException {
        return readSound(source, this::readIndex);
    }

    @Override
    public final @Nullable Decoded decodeIndexed(
            Source source, DecodeRequest request, byte[] index, IdleProcessors processors) throws ServeException {
        try {
            return LibraryBoundary.read(format, source, input -> readIndexed(input, request, index, processors))
                    .orElse(null);
        } catch (ServeException e) {
            if (e.failure().kind() != FailureKind.SOURCE_CORRUPT) {
                throw e;
            }
            LOG.debug("{}", e.failure().message());
            return null;
        }
    }

    /** Reads what is not the image: when it is damaged, that is told in the log, and it is as good as not there. */
    private <T> T readNotes(Source source, LibraryBoundary.Reading<T> work, T none) throws ServeException {
        try {
            return readSound(source, work);
        } catch (ServeException damage) {
            if (damage.failure().kind() != FailureKind.SOURCE_CORRUPT) {
                throw damage;
            }
            LOG.debug("{}", damage.failure().message());
            return none;
        }
    }

    /** Reads a file that is whole, and tells in the log what was forgiven in it. */
    private <T> T readSound(Source source, LibraryBoundary.Reading<T> work) throws ServeException {
        return LibraryBoundary.read(format, source, input -> {
            T result = work.read(input);
            if (LOG.isDebugEnabled() && !input.forgiven().isEmpty()) {
                LOG.debug(forgivenLine(format, source.key().toString(), input.forgiven()));
            }
            return result;
        });
    }

    /** What the log says of a file with faults that its pixels do not suffer from. */
    static String forgivenLine(String format, String object, List<String> faults) {
        return "'" + object + "': forgiven, since it changes no pixel of this " + format + " image: "
                + String.join("; ", faults);
    }

    /** Salvages what is left of a damaged file; throws the damage when that is not wanted or nothing is left. */
    private <T> T salvaged(Source source, Tolerance tolerance, ServeException damage, LibraryBoundary.Reading<T> work)
            throws ServeException {
        if (tolerance == Tolerance.STRICT || damage.failure().kind() != FailureKind.SOURCE_CORRUPT) {
            throw damage;
        }
        try {
            return LibraryBoundary.read(format, source, work);
        } catch (ServeException e) {
            throw e.failure().kind() == FailureKind.SOURCE_CORRUPT ? damage : e;
        }
    }

    @Override
    public final long memory(ImageInfo info, DecodeRequest request) {
        return request.tolerance() == Tolerance.LENIENT ? salvageBytes(info, request) : bytes(info, request);
    }

    /** Bytes that salvaging takes at most: those of the whole image twice, where the library cannot do with less. */
    protected long salvageBytes(ImageInfo info, DecodeRequest request) {
        return 2 * bytes(info, DecodeRequest.WHOLE);
    }

    /** Bytes that decoding once takes at most: those of the whole image, where the library does not read less. */
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return info.area() * info.bytesPerPixel();
    }

    /** {@link #inspect}, free to throw; {@code input} stands at the file's start and is closed by the caller. */
    protected abstract ImageInfo readInfo(Input input) throws IOException, ServeException;

    /** {@link #decode}, likewise. */
    protected abstract Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException;

    /** {@link #readPixels(Input, DecodeRequest)} with the help of idle processors, where the decoder can use them. */
    protected Decoded readPixels(Input input, DecodeRequest request, IdleProcessors processors)
            throws IOException, ServeException {
        return readPixels(input, request);
    }

    /** {@link #readInfo} of a damaged file, whose pixels need not be all there. */
    protected abstract ImageInfo salvageInfo(Input input) throws IOException, ServeException;

    /** {@link #readPixels(Input, DecodeRequest)} of a damaged file: what can still be read, the rest as {@link Tolerance#LENIENT} has it. */
    protected abstract Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException;

    /** {@link #profile}, free to throw; empty when there is none, or when the format has none. */
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.empty();
    }

    /** {@link #part}, free to throw; empty when it cannot be told. */
    protected Optional<DecodedPart> readPart(Input input, ImageInfo info, DecodeRequest request)
            throws IOException, ServeException {
        return Optional.empty();
    }

    /** {@link #part} where exactly what is wanted is given, at full size, whatever more the request allows. */
    protected static Optional<DecodedPart> cutFromWhole(ImageInfo info, DecodeRequest request) {
        return Optional.of(new DecodedPart(wanted(info, request), 1, DecodeRequest.WHOLE));
    }

    /** {@link #index}, free to throw; no bytes when there is none. */
    protected byte[] readIndex(Input input) throws IOException, ServeException {
        return new byte[0];
    }

    /** {@link #decodeIndexed}, free to throw; empty when the index is of no use. */
    protected Optional<Decoded> readIndexed(Input input, DecodeRequest request, byte[] index, IdleProcessors processors)
            throws IOException, ServeException {
        return Optional.empty();
    }

    /** {@link #xmp}, free to throw; empty when there is none, or when the format has none. */
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        return Optional.empty();
    }

    /** The blocks of Photoshop's resources, likewise. */
    protected byte[] readPhotoshopResources(Input input) throws IOException {
        return new byte[0];
    }

    /** The part that is wanted of an image that had to be decoded as a whole. */
    protected static Decoded part(ImageInfo info, Pixels whole, DecodeRequest request) {
        Region region = wanted(info, request);
        return new Decoded(info, Crop.crop(whole, region), region, 1);
    }

    /** The part of the stored image that is wanted. */
    protected static Region wanted(ImageInfo info, DecodeRequest request) {
        Region whole = new Region(0, 0, info.width(), info.height());
        Region region = request.region();
        if (region == null) {
            return whole;
        }
        Region part = region.intersect(whole);
        return part.isEmpty() ? whole : part;
    }
}
