package dev.understudy.codec.jpeg.encode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.JdkReader;
import dev.understudy.testkit.codec.Ssim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes an image by our writer and by libjpeg-turbo's program, from the same RGB, and compares the files. */
final class Cjpeg {

    private final Pixels rgb;
    private final Path folder;
    private final Path source;

    /** What a file is worth. */
    record Worth(int bytes, double ssim) {}

    Cjpeg(Pixels rgb, Path folder) throws IOException {
        this.rgb = rgb;
        this.folder = folder;
        this.source = folder.resolve("source.ppm");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("P6\n" + rgb.width() + " " + rgb.height() + "\n255\n").getBytes(US_ASCII));
        for (int i = 0; i < rgb.width() * rgb.height(); i++) {
            for (Plane plane : rgb.planes()) {
                out.write(plane.samples()[i]);
            }
        }
        Files.write(source, out.toByteArray());
    }

    Worth ours(int quality, boolean fullChroma, boolean progressive) throws IOException {
        EncodeOptions options = EncodeOptions.of(OutputFormat.of("jpeg", "image/jpeg"), Compression.NONE)
                .withQuality(quality)
                .withFullChroma(fullChroma);
        byte[] file =
                new JpegWriter(InkStorage.ADOBE).write(PlaneConversions.toYcc(rgb), options, progressive, new byte[0]);
        return worth(file);
    }

    Worth theirs(int quality, boolean fullChroma, boolean progressive) throws IOException, InterruptedException {
        Path target = folder.resolve("theirs.jpg");
        List<String> arguments = new ArrayList<>(List.of(
                "-baseline", "-quality", String.valueOf(quality), "-optimize", "-sample", fullChroma ? "1x1" : "2x2"));
        if (progressive) {
            arguments.add("-progressive");
        }
        arguments.addAll(List.of("-outfile", target.toString(), source.toString()));
        ExternalProgram.run("cjpeg", arguments.toArray(new String[0]));
        return worth(Files.readAllBytes(target));
    }

    private Worth worth(byte[] file) throws IOException {
        Pixels seen = JdkReader.read(file).orElseThrow();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            byte[] samples = rgb.plane(i).samples();
            double[] reference = new double[samples.length];
            for (int j = 0; j < samples.length; j++) {
                reference[j] = samples[j] & 0xff;
            }
            sum += Ssim.of(seen.plane(i), reference);
        }
        return new Worth(file.length, sum / 3);
    }
}
