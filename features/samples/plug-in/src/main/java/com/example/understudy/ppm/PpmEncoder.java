package com.example.understudy.ppm;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes PPM of 8 bits a sample, which knows neither transparency nor gray, and nothing of compression. */
final class PpmEncoder implements Encoder {

    private static final int BANDS = 3;
    private static final OutputFormat PPM =
            OutputFormat.of("ppm", "image/x-portable-pixmap").withSamples(Samples.RGB);

    @Override
    public List<OutputFormat> formats() {
        return List.of(PPM);
    }

    /** The samples as they come, and as they are written. */
    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return 2 * BANDS * size.area();
    }

    @Override
    public byte[] encode(Pixels pixels, EncodeOptions options) throws ServeException {
        if (pixels.samples() != Samples.RGB) {
            throw new ServeException(
                    new Failure.Unsupported("PPM of " + pixels.samples() + " is not supported; RGB is"));
        }
        byte[] head = ("P6\n" + pixels.width() + " " + pixels.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[Math.addExact(head.length, Math.multiplyExact(pixels.width() * pixels.height(), BANDS))];
        System.arraycopy(head, 0, file, 0, head.length);
        for (int band = 0; band < BANDS; band++) {
            byte[] samples = pixels.plane(band).samples();
            for (int i = 0, to = head.length + band; i < samples.length; i++, to += BANDS) {
                file[to] = samples[i];
            }
        }
        return file;
    }
}
