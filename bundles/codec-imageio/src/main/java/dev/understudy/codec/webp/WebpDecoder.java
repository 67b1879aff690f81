package dev.understudy.codec.webp;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.AnimationCanvas;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads WebP, lossy and lossless, with alpha; of an animation the first frame. */
public final class WebpDecoder extends GuardedDecoder {

    /** As the library gives it, and as planes, in the frame and in the part that is wanted. */
    private static final int BYTES_A_PIXEL = 12;

    /** The libraries give all of an image or nothing; so much is enough for the rest of most. */
    private static final long LEAST_FILLED = 4096;

    private static final long MOST_FILLED = 1 << 22;
    private static final int FILLED_A_PIXEL = 4;

    private final FrameDecoder frames;

    WebpDecoder(FrameDecoder frames) {
        super("webp");
        this.frames = frames;
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 12 && head.getInt(at) == 0x52494646 && head.getInt(at + 8) == 0x57454250;
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return WebpParser.parse(input).info();
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return info.area() * BYTES_A_PIXEL;
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        WebpFile file = WebpParser.parse(input);
        return decoded(file, frames.decode(input, file.frame()), request);
    }

    @Override
    protected Optional<DecodedPart> readPart(Input input, ImageInfo info, DecodeRequest request) {
        return cutFromWhole(info, request);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return WebpParser.parse(TruncatedWebpRepair.mended(input, 0, 0)).info();
    }

    /** Decodes twice with different bytes for the missing ones; above the row that differs first, they do not matter. */
    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        long pixels =
                WebpParser.parse(TruncatedWebpRepair.mended(input, 0, 0)).info().area();
        int missing = (int) Math.min(MOST_FILLED, LEAST_FILLED + pixels * FILLED_A_PIXEL);
        Input mended = TruncatedWebpRepair.mended(input, 0, missing);
        WebpFile file = WebpParser.parse(mended);
        Pixels image = frames.decode(mended, file.frame());
        Pixels other = frames.decode(TruncatedWebpRepair.mended(input, 0xff, missing), file.frame());
        return decoded(file, Salvage.fill(DecodedMask.ofEqualRows(image, other), image), request);
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(WebpParser.parse(input).profile());
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        return WebpParser.xmp(input);
    }

    private static Decoded decoded(WebpFile file, Pixels frame, DecodeRequest request) {
        Pixels whole = AnimationCanvas.place(frame, file.area(), file.width(), file.height());
        return part(file.info(), whole.withProfile(file.profile()), request);
    }
}
