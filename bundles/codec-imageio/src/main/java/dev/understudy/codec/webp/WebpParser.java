package dev.understudy.codec.webp;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.Exif;
import dev.understudy.codec.meta.XmpPacket;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Region;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the container of a WebP. It must hold a whole image, and what it says of that; the decoders get no more of it than one
 * coded image.
 */
final class WebpParser {

    private static final int HEAD = 12;
    private static final int FRAME_HEAD = 16;
    private static final int EXIF_FLAG = 8;

    private final Input input;

    private WebpParser(Input input) {
        this.input = input;
    }

    static WebpFile parse(Input input) throws IOException, ServeException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        return new WebpParser(input).parse();
    }

    /** The packet of XMP, wherever it stands. */
    static Optional<Xmp> xmp(Input input) throws IOException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        Chunk chunk = Chunks.read(input, HEAD, input.length()).find(Chunk.XMP);
        if (chunk == null) {
            return Optional.empty();
        }
        if (chunk.length() > XmpPacket.MOST_BYTES) {
            throw new DamagedException("its XMP has " + chunk.length() + " bytes");
        }
        return Optional.of(XmpPacket.of(input.bytes(chunk.start(), chunk.length())));
    }

    private WebpFile parse() throws IOException, ServeException {
        input.seek(0);
        if (input.readInt() != Chunk.RIFF) {
            throw new DamagedException("it does not begin as one");
        }
        long end = Chunk.HEAD + input.readUnsignedInt();
        if (input.readInt() != Chunk.WEBP) {
            throw new DamagedException("it does not begin as one");
        }
        Chunks chunks = readChunks(end);
        Chunk extended = chunks.find(Chunk.VP8X);
        return extended == null ? simple(chunks) : extended(extended, chunks);
    }

    /** The chunks up to the end that the header tells, or that of the file where there is more of the image behind it. */
    private Chunks readChunks(long end) throws IOException {
        Chunks chunks = Chunks.read(input, HEAD, Math.min(end, input.length()));
        if (end < input.length() && !isEnough(chunks)) {
            chunks = Chunks.read(input, HEAD, input.length());
        }
        if (!chunks.hasImage() || (end > input.length() && !isEnough(chunks))) {
            throw new DamagedException("the file ends too early");
        }
        if (end != input.length()) {
            input.forgive("a wrong file size in its header");
        }
        if (chunks.cut() != null) {
            input.forgive("its last chunk is cut short");
        }
        return chunks;
    }

    /** Whether there is an image, and all that tells how it is turned. */
    private boolean isEnough(Chunks chunks) throws IOException {
        Chunk extended = chunks.find(Chunk.VP8X);
        if (extended == null || extended.length() == 0) {
            return chunks.hasImage();
        }
        input.seek(extended.start());
        boolean promised = (input.readUnsignedByte() & EXIF_FLAG) != 0;
        return chunks.hasImage() && (!promised || chunks.find(Chunk.EXIF) != null);
    }

    private WebpFile simple(Chunks chunks) throws IOException, ServeException {
        WebpFile.FrameChunk frame = FrameParser.parse(input, chunks);
        return new WebpFile(frame.width(), frame.height(), frame, whole(frame), Exif.NONE, null);
    }

    private WebpFile extended(Chunk extended, Chunks chunks) throws IOException, ServeException {
        if (extended.length() < 10) {
            throw new DamagedException("its header is cut short");
        }
        input.seek(extended.start() + 4);
        long width = 1L + readTriple();
        long height = 1L + readTriple();
        DimensionChecks.check(width, height);
        Chunk animation = chunks.find(Chunk.ANMF);
        WebpFile.FrameChunk frame = FrameParser.parse(input, animation == null ? chunks : frameChunks(animation));
        Region area = animation == null ? whole(frame) : area(animation);
        boolean fits = area.width() == frame.width()
                && area.height() == frame.height()
                && area.x() + area.width() <= width
                && area.y() + area.height() <= height;
        if (!fits || (animation == null && (frame.width() != width || frame.height() != height))) {
            throw new DamagedException("its sizes contradict each other");
        }
        FrameParser.requirePlausible(width * height, input.length());
        return new WebpFile((int) width, (int) height, frame, area, exif(chunks), profile(chunks));
    }

    private Chunks frameChunks(Chunk animation) throws IOException {
        return Chunks.read(input, animation.start() + FRAME_HEAD, animation.end());
    }

    private Region area(Chunk animation) throws IOException {
        input.seek(animation.start());
        int x = readTriple() * 2;
        int y = readTriple() * 2;
        return new Region(x, y, readTriple() + 1, readTriple() + 1);
    }

    private static Region whole(WebpFile.FrameChunk frame) {
        return new Region(0, 0, frame.width(), frame.height());
    }

    private Exif exif(Chunks chunks) throws IOException {
        Chunk chunk = chunks.find(Chunk.EXIF);
        if (chunk == null || chunk.length() < 8) {
            return Exif.NONE;
        }
        input.seek(chunk.start());
        boolean named = input.readInt() == Chunk.name("Exif"); // as in JPEG, which is wrong here but common
        int name = named ? 6 : 0;
        return Exif.read(input.part(chunk.start() + name, chunk.length() - name));
    }

    private @Nullable ColorProfile profile(Chunks chunks) throws IOException {
        Chunk chunk = chunks.find(Chunk.ICCP);
        return chunk == null ? null : new ColorProfile(input.bytes(chunk.start(), chunk.length()));
    }

    private int readTriple() throws IOException {
        return input.readUnsignedShort() | input.readUnsignedByte() << 16;
    }
}
