package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads bitmaps of Windows and of OS/2. */
public final class BmpDecoder extends GuardedDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(BmpDecoder.class);

    public BmpDecoder() {
        super("bmp");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 26
                && head.get(at) == 'B'
                && head.get(at + 1) == 'M'
                && head.get(at + 15) == 0 // of the size of the header, which is at most 124
                && head.get(at + 16) == 0
                && head.get(at + 17) == 0;
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        BmpHeader header = BmpHeader.read(input);
        if (!header.runs()) {
            new BmpRows(header, input).requireAll();
        }
        return header.info();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        BmpHeader header = BmpHeader.read(input);
        if (header.runs()) {
            RunLengths runs = new RunLengths(header, input);
            runs.decode();
            return part(header.info(), palette(header).applyWhole(runs.indexes()), request);
        }
        BmpRows rows = new BmpRows(header, input);
        rows.requireAll();
        Region region = wanted(header.info(), request);
        rows.read(region);
        return new Decoded(header.info(), rows.wholePixels(), region, 1);
    }

    @Override
    protected Optional<DecodedPart> readPart(Input input, ImageInfo info, DecodeRequest request) {
        return cutFromWhole(info, request);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return BmpHeader.read(input).info();
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        BmpHeader header = BmpHeader.read(input);
        return part(header.info(), header.runs() ? salvageRuns(header, input) : salvageRows(header, input), request);
    }

    private static Pixels salvageRuns(BmpHeader header, Input input) throws IOException {
        RunLengths runs = new RunLengths(header, input);
        try {
            runs.decode();
        } catch (DamagedException e) {
            LOG.debug("The codes of a bitmap are damaged", e);
        }
        return Salvage.fill(runs.decoded(), palette(header).apply(runs.indexes()));
    }

    private static Pixels salvageRows(BmpHeader header, Input input) throws IOException, ServeException {
        BmpRows rows = new BmpRows(header, input);
        rows.requireSome();
        rows.read(wanted(header.info(), DecodeRequest.WHOLE));
        return Salvage.fill(rows.present(), rows.pixels());
    }

    private static Palette palette(BmpHeader header) {
        return Objects.requireNonNull(header.palette());
    }
}
