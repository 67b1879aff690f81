package dev.understudy.codec.psd;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.PhotoshopResources;
import dev.understudy.codec.meta.XmpPacket;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the merged images of PSD and PSB: bitmap, gray, indexed, RGB, CMYK and Lab, of up to 32 bits a sample. Layers are not drawn;
 * a file that was saved without a merged image is refused.
 *
 * <p>Source: Adobe Photoshop File Formats Specification.
 */
public final class PsdDecoder extends GuardedDecoder {

    /** Where the rows of five channels begin, and what else goes with a row. */
    private static final int BYTES_A_ROW = 64;

    public PsdDecoder() {
        super("psd");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 6
                && head.getInt(at) == PsdHeader.SIGNATURE
                && head.get(at + 4) == 0
                && (head.get(at + 5) == 1 || head.get(at + 5) == 2);
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return PsdFile.read(input).info();
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return wanted(info, request).area() * info.bytesPerPixel() + (long) info.height() * BYTES_A_ROW;
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        PsdFile file = PsdFile.read(input);
        Region region = wanted(file.info(), request);
        return new Decoded(file.info(), new MergedImage(file, region).read(input), region, 1);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return PsdFile.damaged(input).info();
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        PsdFile file = PsdFile.damaged(input);
        MergedImage image = new MergedImage(file, wanted(file.info(), DecodeRequest.WHOLE));
        DecodedMask decoded = image.salvage(input);
        return part(file.info(), Salvage.fill(decoded, image.pixels()), request);
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(PsdFile.read(input).profile());
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        byte[] packet = PhotoshopResources.read(PsdFile.resources(input)).bytes(PhotoshopResources.XMP);
        return packet == null ? Optional.empty() : Optional.of(XmpPacket.of(packet));
    }

    @Override
    protected byte[] readPhotoshopResources(Input input) throws IOException {
        return PsdFile.resources(input);
    }
}
