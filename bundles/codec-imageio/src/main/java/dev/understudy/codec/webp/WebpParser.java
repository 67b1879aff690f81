package dev.understudy.codec.webp;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.Exif;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Region;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the container of a WebP. It must be whole, and hold what it says; the decoders get no more of it than one coded
 * image.
 */
final class WebpParser {

    private static final int HEAD = 12;
    private static final int FRAME_HEAD = 16;

    private final Input input;

    private WebpParser(Input input) {
        this.input = input;
    }

    static WebpFile parse(Input input) throws IOException, ServeException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        return new WebpParser(input).parse();
    }

    private WebpFile parse() throws IOException, ServeException {
        input.seek(0);
        if (input.readInt() != Chunk.RIFF) {
            throw new DamagedException("it does not begin as one");
        }
        long end = 8 + input.readUnsignedInt();
        if (input.readInt() != Chunk.WEBP) {
            throw new DamagedException("it does not begin as one");
        }
        if (end > input.length()) {
            throw new DamagedException("the file ends too early");
        }
        List<Chunk> chunks = Chunk.read(input, HEAD, end);
        Chunk extended = find(chunks, Chunk.VP8X);
        return extended == null ? simple(chunks) : extended(extended, chunks);
    }

    private WebpFile simple(List<Chunk> chunks) throws IOException, ServeException {
        WebpFile.FrameChunk frame = FrameParser.parse(input, chunks);
        return new WebpFile(frame.width(), frame.height(), frame, whole(frame), Exif.NONE, null);
    }

    private WebpFile extended(Chunk extended, List<Chunk> chunks) throws IOException, ServeException {
        if (extended.length() < 10) {
            throw new DamagedException("its header is cut short");
        }
        input.seek(extended.start() + 4);
        long width = 1L + readTriple();
        long height = 1L + readTriple();
        DimensionChecks.check(width, height);
        Chunk animation = find(chunks, Chunk.ANMF);
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

    private List<Chunk> frameChunks(Chunk animation) throws IOException {
        return Chunk.read(input, animation.start() + FRAME_HEAD, animation.end());
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

    private Exif exif(List<Chunk> chunks) throws IOException {
        Chunk chunk = find(chunks, Chunk.EXIF);
        if (chunk == null || chunk.length() < 8) {
            return Exif.NONE;
        }
        input.seek(chunk.start());
        boolean named = input.readInt() == Chunk.name("Exif"); // as in JPEG, which is wrong here but common
        int name = named ? 6 : 0;
        return Exif.read(input.part(chunk.start() + name, chunk.length() - name));
    }

    private @Nullable ColorProfile profile(List<Chunk> chunks) throws IOException {
        Chunk chunk = find(chunks, Chunk.ICCP);
        return chunk == null ? null : new ColorProfile(input.bytes(chunk.start(), chunk.length()));
    }

    private int readTriple() throws IOException {
        return input.readUnsignedShort() | input.readUnsignedByte() << 16;
    }

    static @Nullable Chunk find(List<Chunk> chunks, int name) {
        return chunks.stream().filter(chunk -> chunk.name() == name).findFirst().orElse(null);
    }
}
