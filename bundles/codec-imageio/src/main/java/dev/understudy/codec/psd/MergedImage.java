package dev.understudy.codec.psd;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.Alpha;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.codec.raster.LabColors;
import dev.understudy.codec.raster.Palette;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes a part of a merged image. Its colors have been laid on white where it is transparent, which is taken back, as other
 * readers do.
 */
final class MergedImage {

    private final PsdFile file;
    private final Region region;
    private final SampleDepth depth;
    private final List<Plane> channels = new ArrayList<>();

    MergedImage(PsdFile file, Region region) {
        this.file = file;
        this.region = region;
        this.depth = SampleDepth.of(file.header().depth());
        for (int i = 0; i < file.header().mode().channels() + (file.transparency() ? 1 : 0); i++) {
            channels.add(Plane.blank(region.width(), region.height()));
        }
    }

    /** Reads all rows of the part. */
    Pixels read(Input input) throws IOException {
        try (ChannelRows rows = ChannelRows.open(input, file, channels.size())) {
            for (int channel = 0; channel < channels.size(); channel++) {
                for (int y = 0; y < region.height(); y++) {
                    readRow(rows, channel, y);
                }
            }
            rows.requireWhole();
        }
        return pixels();
    }

    /** Reads as many rows as there are. */
    DecodedMask salvage(Input input) throws IOException {
        int[] found = new int[region.height()];
        try (ChannelRows rows = ChannelRows.open(input, file, channels.size())) {
            for (int channel = 0; channel < channels.size(); channel++) {
                for (int y = 0; y < region.height(); y++) {
                    found[y] += salvageRow(rows, channel, y);
                }
            }
        }
        DecodedMask decoded = DecodedMask.none(region.width(), region.height());
        for (int y = 0; y < found.length; y++) {
            decoded.add(y, found[y] == channels.size() ? region.width() : 0);
        }
        return decoded;
    }

    private int salvageRow(ChannelRows rows, int channel, int y) throws IOException {
        try {
            readRow(rows, channel, y);
            return 1;
        } catch (EOFException | DamagedException e) {
            return 0;
        }
    }

    private void readRow(ChannelRows rows, int channel, int y) throws IOException {
        byte[] row = rows.row(channel, region.y() + y);
        byte[] samples = channels.get(channel).samples();
        depth.convert(row, region.x(), samples, y * region.width(), region.width());
    }

    /** What has been read so far, as colors. */
    Pixels pixels() {
        Palette palette = file.palette();
        if (palette != null) {
            return palette.apply(channels.get(0)).withProfile(file.profile());
        }
        int colors = file.header().mode().channels();
        Plane alpha = file.transparency() ? channels.get(colors) : null;
        Pixels stored = new Pixels(file.header().mode().samples(), channels.subList(0, colors), alpha, file.profile());
        if (file.header().mode() == ColorMode.LAB) {
            return LabColors.toRgb(stored, true);
        }
        boolean ink = stored.samples() == Samples.CMYK;
        if (alpha == null) {
            return ink ? inverted(stored) : stored;
        }
        Pixels divided = Alpha.divideOut(inverted(stored));
        return ink ? divided : inverted(divided);
    }

    /** The negative: white has become 0, as opacity 0 leaves it. */
    private static Pixels inverted(Pixels pixels) {
        for (Plane plane : pixels.planes()) {
            byte[] samples = plane.samples();
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) ~samples[i];
            }
        }
        return pixels;
    }
}
